package io.dragoman.directory;

import java.time.Instant;

/**
 * One thing about a person that can be written, with the type of its values.
 *
 * @param name how failures and the change log call it
 * @param logged whether the change log may hold its value
 */
public record Attribute<T>(String name, Class<T> type, boolean logged) {

    public static final Attribute<String> LOGIN = text("login");
    public static final Attribute<String> EMAIL = text("email");
    public static final Attribute<String> FIRST_NAME = text("firstName");
    public static final Attribute<String> LAST_NAME = text("lastName");
    public static final Attribute<String> SALUTATION = text("salutation");
    public static final Attribute<String> PHONE = text("phone");
    public static final Attribute<String> LOCALE = text("locale");
    public static final Attribute<String> TIME_ZONE = text("timeZone");
    public static final Attribute<String> COMPANY_TEXT = text("companyText");
    public static final Attribute<String> CUSTOM_FIELD = text("customField");
    public static final Attribute<UserKind> KIND = of("kind", UserKind.class);
    public static final Attribute<Boolean> ACTIVE = of("active", Boolean.class);
    public static final Attribute<Boolean> ADMIN = of("admin", Boolean.class);
    public static final Attribute<Boolean> ROOT = of("root", Boolean.class);
    public static final Attribute<Long> COMPANY = of("company", Long.class);
    public static final Attribute<Integer> MAX_DISCOUNT = of("maxDiscount", Integer.class);
    public static final Attribute<Long> PACKING_STATION = of("packingStation", Long.class);
    public static final Attribute<Warehouses> WAREHOUSES = of("warehouses", Warehouses.class);
    public static final Attribute<RoleId> PRIMARY_ROLE = of("primaryRole", RoleId.class);
    public static final Attribute<Permissions> GRANTED = of("granted", Permissions.class);
    public static final Attribute<Permissions> DENIED = of("denied", Permissions.class);
    public static final Attribute<Links> LINKS = of("links", Links.class);
    public static final Attribute<NumberChange> NUMBERS = of("numbers", NumberChange.class);
    public static final Attribute<Long> EMPLOYEE_NUMBER = of("employeeNumber", Long.class);
    public static final Attribute<Instant> LAST_LOGIN = of("lastLogin", Instant.class);
    public static final Attribute<Instant> CREATED = of("created", Instant.class);
    public static final Attribute<PasswordHash> PASSWORD = new Attribute<>("password", PasswordHash.class, false);
    public static final Attribute<PinHash> PIN = new Attribute<>("pin", PinHash.class, false);

    private static Attribute<String> text(String name) {
        return of(name, String.class);
    }

    private static <T> Attribute<T> of(String name, Class<T> type) {
        return new Attribute<>(name, type, true);
    }
}
