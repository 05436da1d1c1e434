package io.dragoman.directory.bulk;

import io.dragoman.directory.UserKind;
import io.dragoman.directory.Warehouses;
import java.time.Instant;
import java.util.List;

/** A value of a person's own that a line may give, how it is called and what type it has. */
public enum LineField {
    KIND("kind", UserKind.class),
    LOGIN("login", String.class),
    EMAIL("email", String.class),
    FIRST_NAME("firstName", String.class),
    LAST_NAME("lastName", String.class),
    SALUTATION("salutation", String.class),
    PHONE("phone", String.class),
    LOCALE("locale", String.class),
    TIME_ZONE("timeZone", String.class),
    COMPANY("company", Long.class),
    COMPANY_TEXT("companyText", String.class),
    CUSTOM_FIELD("customField", String.class),
    ACTIVE("active", Boolean.class),
    ADMIN("admin", Boolean.class),
    ROOT("root", Boolean.class),
    /** None where it is {@link #NONE}. */
    PACKING_STATION("packingStation", Long.class),
    /** None where it is {@link #NONE}. */
    EMPLOYEE_NUMBER("employeeNumber", Long.class),
    MAX_DISCOUNT("maxDiscount", Integer.class),
    WAREHOUSES("warehouses", Warehouses.class),
    /** Permissions. */
    GRANTED("granted", List.class),
    /** Permissions. */
    DENIED("denied", List.class),
    PIN("pin", io.dragoman.directory.PinHash.class),
    CREATED("created", Instant.class),
    CREATED_BY("createdBy", String.class),
    UPDATED("updated", Instant.class),
    UPDATED_BY("updatedBy", String.class),
    /** Never where it is {@link #NEVER}. */
    LAST_LOGIN("lastLogin", Instant.class);

    /** A number that says there is none, as the numbers themselves begin at 1. */
    public static final Long NONE = 0L;

    /** A moment that says there was none. */
    public static final Instant NEVER = Instant.MIN;

    private final String word;
    private final Class<?> type;

    LineField(String word, Class<?> type) {
        this.word = word;
        this.type = type;
    }

    /** How lines and failures call it. */
    public String word() {
        return word;
    }

    /** What its values are. */
    public Class<?> type() {
        return type;
    }
}
