package io.dragoman.dialect.erply;

import io.dragoman.directory.Permission;
import java.util.Set;

/** The 21 rights of getUserRights in the order sent, the type of each as documented (erply.md 3.2, rights.md). */
enum ErplyFlag {
    GIVE_CUSTOMER_CREDIT("rightGiveCustomerCredit", "customers:credit", true),
    CREATE_INVENTORY_REGISTRATIONS("rightCreateInventoryRegistrations", "stock:change", true),
    CREATE_INVENTORY_AMORTIZATIONS("rightCreateInventoryAmortizations", "stock:write_off", true),
    MAKE_POS_REFUNDS("rightMakePOSRefunds", "pos:refund", true),
    MAKE_POS_RETURNS_WITHOUT_RECEIPT("rightMakePOSReturnsWithoutReceipt", "pos:return_without_receipt", false),
    APPLY_PROMOTIONS("rightApplyPromotions", "pos:promotions", false),
    CHANGE_PRICES("rightChangePrices", "invoices:change_prices", false),
    EDIT_CONFIRMED_INVOICES("rightEditConfirmedInvoices", "invoices:edit_confirmed", true),
    CHANGE_INVOICE_DATE("rightChangeInvoiceDate", "invoices:change_date", false),
    EDIT_STOCK_AND_PRODUCT_COST("rightEditStockAndProductCost", "stock:edit_cost", false),
    CHANGE_PRICES_ON_PURCHASE_ORDERS("rightChangePricesOnPurchaseOrders", "purchaseorders:change_prices", false),
    CHANGE_CONFIRMED_PURCHASE_INVOICES(
            "rightChangeConfirmedPurchaseInvoices", "purchaseinvoices:edit_confirmed", false),
    EDIT_PRICE_ON_RETURN("rightEditPriceOnReturnWithoutReceiptInPOS", "pos:edit_return_price", false),
    MAKE_DISCOUNT("rightMakeDiscountInPOS", "pos:discount", false),
    OPEN_AND_CLOSE_DAY("rightOpenAndCloseDay", "pos:open_close_day", false),
    EDIT_ACTUAL_REPORTS("rightEditActualReports", "reports:edit", false),
    ADD_REWARD_POINTS("rightAddRewardPoints", "customers:reward_points", false),
    POS_MANAGER_OVERRIDE("rightPOSManagerOverride", "pos:manager_override", false),
    EDIT_RETAIL_CHAIN_PRICE_LISTS("rightEditRetailChainPriceLists", "pricelists:edit", false),
    NEGATIVE_PRICES("rightNegativePrices", "pos:negative_prices", false),
    CHANGE_POS_VERSION("rightChangePOSVersion", "pos:change_version", false);

    private final String parameter;
    private final Permission permission;
    private final boolean text;

    ErplyFlag(String parameter, String permission, boolean text) {
        this.parameter = parameter;
        this.permission = Permission.of(permission);
        this.text = text;
    }

    String parameter() {
        return parameter;
    }

    Permission permission() {
        return permission;
    }

    /** All flags of whoever holds these permissions. */
    static Fields of(Set<Permission> permissions) {
        Fields fields = new Fields();
        for (ErplyFlag flag : values()) {
            int granted = permissions.contains(flag.permission) ? 1 : 0;
            fields.with(flag.parameter, flag.text ? Integer.toString(granted) : (Object) granted);
        }
        return fields;
    }
}
