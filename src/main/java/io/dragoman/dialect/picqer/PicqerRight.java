package io.dragoman.dialect.picqer;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.dragoman.directory.Permission;
import io.dragoman.directory.User;
import java.util.List;

/** One of the 19 rights each single user is sent with, granted or not (rights.md, Picqer). */
@JsonPropertyOrder({"right", "granted"})
record PicqerRight(String right, boolean granted) {

    /** What Picqer calls a permission. */
    private record Named(String right, Permission permission) {}

    private static final List<Named> ALL = List.of(
            named("orders.edit", "orders:edit"),
            named("orders.cancel", "orders:cancel"),
            named("picklists.edit", "picklists:edit"),
            named("picklists.cancel", "picklists:cancel"),
            named("picklists.manual_pick", "picklists:manual_pick"),
            named("picklists.manual_pick_all", "picklists:manual_pick_all"),
            named("backorders.process", "backorders:process"),
            named("purchaseorders.edit", "purchaseorders:edit"),
            named("purchaseorders.mark_as_purchased", "purchaseorders:mark_as_purchased"),
            named("receipts.add_product", "receipts:add_product"),
            named("products.edit", "products:edit"),
            named("stock.manual_change", "stock:change"),
            named("stock.move", "stock:move"),
            named("products.show_fixedstockprice", "stock:view_cost"),
            named("fulfilment_customers.edit", "fulfilment_customers:edit"),
            named("warehouses.edit", "warehouses:edit"),
            named("warehouses.stock_value", "warehouses:view_value"),
            named("locations.edit", "locations:edit"),
            named("exports_imports", "data:export_import"));

    static List<PicqerRight> of(User user) {
        return ALL.stream()
                .map(named -> new PicqerRight(named.right(), user.may(named.permission())))
                .toList();
    }

    private static Named named(String right, String permission) {
        return new Named(right, Permission.of(permission));
    }
}
