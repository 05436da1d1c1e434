package io.dragoman.dialect.erply;

import io.dragoman.directory.Permission;
import java.util.List;
import java.util.Set;

/**
 * One of the 21 rights of getUserRights (erply.md 3.2, rights.md).
 *
 * @param asText whether it is sent as {@code "0"} or {@code "1"} rather than as a number
 */
record ErplyFlag(String parameter, Permission permission, boolean asText) {

    /** In the order sent, the type of each as documented. */
    static final List<ErplyFlag> ALL = List.of(
            text("rightGiveCustomerCredit", "customers:credit"),
            text("rightCreateInventoryRegistrations", "stock:change"),
            text("rightCreateInventoryAmortizations", "stock:write_off"),
            text("rightMakePOSRefunds", "pos:refund"),
            number("rightMakePOSReturnsWithoutReceipt", "pos:return_without_receipt"),
            number("rightApplyPromotions", "pos:promotions"),
            number("rightChangePrices", "invoices:change_prices"),
            text("rightEditConfirmedInvoices", "invoices:edit_confirmed"),
            number("rightChangeInvoiceDate", "invoices:change_date"),
            number("rightEditStockAndProductCost", "stock:edit_cost"),
            number("rightChangePricesOnPurchaseOrders", "purchaseorders:change_prices"),
            number("rightChangeConfirmedPurchaseInvoices", "purchaseinvoices:edit_confirmed"),
            number("rightEditPriceOnReturnWithoutReceiptInPOS", "pos:edit_return_price"),
            number("rightMakeDiscountInPOS", "pos:discount"),
            number("rightOpenAndCloseDay", "pos:open_close_day"),
            number("rightEditActualReports", "reports:edit"),
            number("rightAddRewardPoints", "customers:reward_points"),
            number("rightPOSManagerOverride", "pos:manager_override"),
            number("rightEditRetailChainPriceLists", "pricelists:edit"),
            number("rightNegativePrices", "pos:negative_prices"),
            number("rightChangePOSVersion", "pos:change_version"));

    /** All flags of whoever holds these permissions. */
    static Fields of(Set<Permission> permissions) {
        Fields fields = new Fields();
        ALL.forEach(flag -> fields.with(flag.parameter, flag.value(permissions.contains(flag.permission))));
        return fields;
    }

    private Object value(boolean granted) {
        int number = granted ? 1 : 0;
        return asText ? Integer.toString(number) : (Object) number;
    }

    private static ErplyFlag text(String parameter, String permission) {
        return new ErplyFlag(parameter, Permission.of(permission), true);
    }

    private static ErplyFlag number(String parameter, String permission) {
        return new ErplyFlag(parameter, Permission.of(permission), false);
    }
}
