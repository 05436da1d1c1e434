package io.dragoman.store;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a person, in the order in which they are selected from the view {@code person_detail}. */
enum PersonColumn {
    ACCOUNT_ID,
    ID,
    VERSION,
    KIND,
    LOGIN,
    ACTIVE,
    ADMIN,
    ROOT,
    FIRST_NAME,
    LAST_NAME,
    EMAIL,
    SALUTATION,
    PHONE,
    LOCALE,
    TIME_ZONE,
    COMPANY_TEXT,
    CUSTOM_FIELD,
    COMPANY_NUMBER,
    COMPANY_NAME,
    PACKING_STATION,
    EMPLOYEE_NUMBER,
    MAX_DISCOUNT,
    ALLOWED_WAREHOUSES,
    RESTRICTED,
    PRIMARY_ROLE,
    GRANTED,
    DENIED,
    CREDENTIAL_VERSION,
    CREATED,
    CREATED_BY,
    UPDATED,
    UPDATED_BY,
    LAST_LOGIN,
    NUMBERS,
    LINK_NUMBERS,
    LINK_ROLES,
    LINK_NAMES,
    LINK_STATUSES,
    LINK_ROLE_NUMBERS,
    LINK_PERMISSIONS;

    /** All of them, to select from {@code person_detail d}. */
    static final String ALL = Stream.of(values())
            .map(column -> "d." + column.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));

    /** How many there are, which is where a statement's further columns begin. */
    static final int COUNT = values().length;

    /** Its place in a row. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the columns
    int place() {
        return ordinal();
    }
}
