package io.dragoman.directory;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All permissions there are (rights.md, Vocabulary); an admin holds every one. */
public final class Vocabulary {

    private static final List<String> VIEW_ADD_EDIT_DELETE = List.of(
            "products",
            "customers",
            "suppliers",
            "offers",
            "orders",
            "confirmations",
            "delivery_notes",
            "invoices",
            "credit_notes",
            "reminders",
            "letters",
            "purchaseinvoices",
            "users",
            "roles");

    private static final List<String> FURTHER = List.of(
            "orders:cancel",
            "picklists:edit cancel manual_pick manual_pick_all",
            "backorders:process",
            "purchaseorders:edit mark_as_purchased change_prices",
            "receipts:add_product",
            "stock:view change write_off move view_cost edit_cost",
            "warehouses:edit view_value",
            "locations:edit",
            "fulfilment_customers:edit",
            "data:export_import",
            "customers:credit reward_points",
            "invoices:change_prices edit_confirmed change_date",
            "purchaseinvoices:edit_confirmed",
            "pos:refund return_without_receipt edit_return_price promotions discount open_close_day manager_override"
                    + " negative_prices change_version",
            "pricelists:edit",
            "reports:edit",
            "accounting:banking net_income_statement vat_return export",
            "settings:my_account documents configuration administration addons my_addons");

    /** Every permission, in the order of rights.md. */
    public static final Set<Permission> ALL = all();

    private Vocabulary() {}

    private static Set<Permission> all() {
        Set<Permission> all = new LinkedHashSet<>();
        VIEW_ADD_EDIT_DELETE.forEach(resource -> addAll(all, resource, "view add edit delete"));
        FURTHER.forEach(line -> addAll(all, before(line), after(line)));
        return Collections.unmodifiableSet(all);
    }

    private static void addAll(Set<Permission> all, String resource, String actions) {
        for (String action : actions.split(" ", -1)) {
            all.add(new Permission(resource, action));
        }
    }

    private static String before(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    private static String after(String line) {
        return line.substring(line.indexOf(':') + 1);
    }
}
