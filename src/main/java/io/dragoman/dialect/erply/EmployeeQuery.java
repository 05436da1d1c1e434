package io.dragoman.dialect.erply;

import io.dragoman.directory.Criterion;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserQuery;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parameters of getEmployees ask for (erply.md 3.5, 5). */
final class EmployeeQuery {

    /** What the facade keeps of nobody, so that asking for it finds nobody. */
    private static final List<String> UNKNOWN =
            List.of("birthdayMonthDayFrom", "birthdayMonthDayTo", "searchAttributeName");

    static final Set<String> PARAMETERS = Set.of(
            "birthdayMonthDayFrom",
            "birthdayMonthDayTo",
            "changedSince",
            "drawerID",
            "employeeID",
            "getProductInfo",
            "orderBy",
            "orderByDir",
            "pageNo",
            "recordsOnPage",
            "responseMode",
            "searchAttributeName",
            "searchAttributeValue",
            "searchName",
            "userGroupID",
            "usernameOrEmail",
            "warehouseID");

    /** Past every moment a person was changed in. */
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private EmployeeQuery() {}

    static boolean asksForTheUnknown(ErplyParams params) {
        params.scalar("searchAttributeValue");
        Long drawer = params.integer("drawerID");
        boolean unknown = drawer != null && drawer != 0;
        for (String name : UNKNOWN) {
            unknown |= !params.scalar(name).isEmpty();
        }
        return unknown;
    }

    static UserQuery of(ErplyParams params) {
        UserQuery query = UserQuery.in(ErplyDialect.ID, Paging.of(params))
                .where(Criterion.atLeast(UserField.EMPLOYEE_NUMBER, 1L))
                .sortedBy(order(params));
        query = number(query, params, "employeeID", UserField.EMPLOYEE_NUMBER);
        query = number(query, params, "userGroupID", UserField.ROLE);
        query = since(query, params.integer("changedSince"));
        query = inWarehouse(query, params.integer("warehouseID"));
        query = named(query, params.scalar("searchName"));
        return calledExactly(query, params.scalar("usernameOrEmail").trim());
    }

    private static UserQuery number(UserQuery query, ErplyParams params, String name, UserField field) {
        Long number = params.integer(name);
        return number == null ? query : query.where(Criterion.is(field, number));
    }

    private static UserQuery since(UserQuery query, @Nullable Long second) {
        return second == null
                ? query
                : query.where(Criterion.atLeast(
                        UserField.UPDATED, Instant.ofEpochSecond(Math.max(0, Math.min(LAST_SECOND, second)))));
    }

    private static UserQuery inWarehouse(UserQuery query, @Nullable Long number) {
        return number == null
                ? query
                : query.where(Criterion.is(
                        UserField.WAREHOUSE, (int) Math.max(-1, Math.min(Integer.MAX_VALUE, number))));
    }

    /** Each word in the first or the last name, so that both orders of a full name find the person. */
    private static UserQuery named(UserQuery query, String text) {
        UserQuery named = query;
        for (String word : text.split("[\\s,]+", 10)) {
            if (!word.isEmpty()) {
                named = named.whereAny(List.of(
                        Criterion.contains(UserField.FIRST_NAME, word), Criterion.contains(UserField.LAST_NAME, word)));
            }
        }
        return named;
    }

    private static UserQuery calledExactly(UserQuery query, String name) {
        return name.isEmpty()
                ? query
                : query.whereAny(List.of(Criterion.is(UserField.LOGIN, name), Criterion.is(UserField.EMAIL, name)));
    }

    private static List<UserQuery.Sort> order(ErplyParams params) {
        boolean descending = params.scalar("orderByDir").equalsIgnoreCase("desc");
        List<UserField> fields = switch (params.scalar("orderBy")) {
            case "name" -> List.of(UserField.LAST_NAME, UserField.FIRST_NAME);
            case "lastChanged" -> List.of(UserField.UPDATED);
            default -> List.of(UserField.EMPLOYEE_NUMBER);
        };
        return fields.stream()
                .map(field -> new UserQuery.Sort(field, descending))
                .toList();
    }
}
