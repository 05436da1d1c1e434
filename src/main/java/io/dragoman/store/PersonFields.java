package io.dragoman.store;

import io.dragoman.directory.UserField;

/**
 * What each field is in SQL.
 *
 * <p>Speaks of a {@code person_number n} and its {@code person p}; parameter 1 is the account, 2 the system asked.
 */
final class PersonFields {

    /** The roles that are shown, with their numbers in the system asked. */
    static final String ROLES = "role_number rn join role r on r.account_id = rn.account_id and r.id = rn.role_id"
            + " and r.status <> 'DISABLED' where rn.account_id = $1 and rn.system = $2";

    /** The person's active links to roles that are shown, joined to those by the caller. */
    static final String ACTIVE_LINKS = "membership m join role_number rn on rn.account_id = m.account_id"
            + " and rn.role_id = m.role_id and rn.system = $2"
            + " join role r on r.account_id = m.account_id and r.id = m.role_id and r.status <> 'DISABLED'"
            + " where m.account_id = $1 and m.person_id = p.id and m.status = 'ACTIVE'";

    /** The texts that are searched for parts, as they are indexed: in one. */
    static final String CONTAINING =
            "(p.folded_email || ' ' || p.folded_first_name || ' ' || p.folded_last_name || ' ' || p.folded_login)";

    private PersonFields() {}

    /** What the field is sorted by. */
    static String order(UserField field) {
        return field == UserField.KIND
                ? "array_position(array['STAFF', 'CUSTOMER', 'VENDOR'], p.kind)"
                : expression(field);
    }

    /** What the field is compared by. */
    static String expression(UserField field) {
        return switch (field) {
            case NUMBER -> "n.number";
            case KIND -> "p.kind";
            case ACTIVE -> "p.active";
            case LOGIN -> "p.folded_login";
            case EMAIL -> "p.folded_email";
            case FIRST_NAME -> "p.folded_first_name";
            case LAST_NAME -> "p.folded_last_name";
            case PHONE -> "lower(p.phone) collate \"C\"";
            case COMPANY_TEXT -> "p.folded_company_text";
            case CUSTOM_FIELD -> "p.folded_custom_field";
            case COMPANY -> "p.company_number";
            case EMPLOYEE_NUMBER -> "p.employee_number";
            case ROLE -> "(select rn.number from " + ROLES + " and rn.role_id = p.primary_role)";
            case ACTIVE_LINK -> "(select coalesce(min(rn.number), 0) from " + ACTIVE_LINKS + ")";
            case WAREHOUSE -> "(select min(w) from unnest(p.warehouses) w)";
            case PROPERTY -> "cast(null as text)";
            case CREATED -> "p.created";
            case UPDATED -> "p.updated";
        };
    }

    /** Whether the values are texts, compared in folded form. */
    static boolean isText(UserField field) {
        return switch (field) {
            case LOGIN, EMAIL, FIRST_NAME, LAST_NAME, PHONE, COMPANY_TEXT, CUSTOM_FIELD -> true;
            default -> false;
        };
    }
}
