package io.dragoman.dialect.cscart;

import io.dragoman.directory.UserField;
import io.dragoman.directory.UserQuery.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The order of a list, as asked for or, where that is none of CS-Cart's, by name (cscart.md 5). */
record CsCartSort(String by, String order) {

    private static final String BY = "sort_by";
    private static final String ORDER = "sort_order";
    private static final String NAME = "name";
    private static final String ASCENDING = "asc";

    private static final Map<String, List<UserField>> FIELDS = Map.of(
            "id",
            List.of(UserField.NUMBER),
            "username",
            List.of(UserField.LOGIN),
            "email",
            List.of(UserField.EMAIL),
            NAME,
            List.of(UserField.FIRST_NAME, UserField.LAST_NAME),
            "date",
            List.of(UserField.CREATED),
            "type",
            List.of(UserField.KIND),
            "status",
            List.of(UserField.ACTIVE),
            "company",
            List.of(UserField.COMPANY_TEXT),
            "phone",
            List.of(UserField.PHONE));

    /** The other direction of each; two in one are the first field's and the second's. */
    private static final Map<String, String> REVERSE =
            Map.of(ASCENDING, "desc", "desc", ASCENDING, "ascdesc", "descasc", "descasc", "ascdesc");

    static CsCartSort of(PhpArray params) {
        String by = params.text(BY);
        String order = params.text(ORDER);
        return new CsCartSort(
                by != null && FIELDS.containsKey(by) ? by : NAME,
                order != null && REVERSE.containsKey(order) ? order : ASCENDING);
    }

    /** Tells of the order among a list's params. */
    void tell(PhpArray params) {
        params.put(ORDER, order);
        params.put(BY, by);
        params.put("sort_order_rev", REVERSE.getOrDefault(order, order));
    }

    List<Sort> sorts() {
        List<UserField> fields = FIELDS.getOrDefault(by, List.of());
        List<Sort> sorts = new ArrayList<>();
        for (UserField field : fields) {
            boolean first = sorts.isEmpty();
            boolean descending = first ? order.startsWith("desc") : order.endsWith("desc");
            // A comes before D, active before inactive.
            sorts.add(new Sort(field, descending != (field == UserField.ACTIVE)));
        }
        return sorts;
    }
}
