package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.CaseFolding;
import io.dragoman.directory.Criterion;
import io.dragoman.directory.PropertyText;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserQuery;
import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the conditions of a query into SQL; every value becomes a parameter, none becomes text of the statement. */
final class Conditions {

    private static final String NOTHING = "false";

    private final List<Object> parameters = new ArrayList<>();

    Conditions(AccountId account, String system) {
        parameters.add(account.value());
        parameters.add(system);
    }

    /** Adds a parameter and gives its place in the statement. */
    String bind(Object value) {
        parameters.add(value);
        return "$" + parameters.size();
    }

    Tuple parameters() {
        return Tuple.from(parameters);
    }

    /** What must hold beyond account and system; empty where nothing must. */
    String where(UserQuery query) {
        return query.conditions().stream().map(anyOf -> " and " + anyOf(anyOf)).collect(Collectors.joining());
    }

    private String anyOf(List<Criterion> criteria) {
        return criteria.isEmpty()
                ? NOTHING
                : criteria.stream().map(this::one).collect(Collectors.joining(" or ", "(", ")"));
    }

    private String one(Criterion criterion) {
        List<Object> values = criterion.values().stream()
                .filter(Conditions::isStorable)
                .map(value -> sqlValue(criterion.field(), value))
                .toList();
        if (values.isEmpty()) {
            return NOTHING;
        }
        return switch (criterion.field()) {
            case ROLE ->
                "p.primary_role in (select rn.role_id from " + PersonFields.ROLES + " and "
                        + compared("rn.number", criterion, values) + ")";
            case ACTIVE_LINK -> activeLink(criterion, values);
            case WAREHOUSE ->
                "exists (select 1 from warehouse w where w.account_id = $1"
                        + " and (p.warehouses is null or w.number = any(p.warehouses)) and "
                        + compared("w.number", criterion, values) + ")";
            case PROPERTY -> property((PropertyText) values.get(0));
            default -> compared(PersonFields.expression(criterion.field()), criterion, values);
        };
    }

    private String activeLink(Criterion criterion, List<Object> values) {
        String linked = "exists (select 1 from " + PersonFields.ACTIVE_LINKS;
        String matching = linked + " and " + compared("rn.number", criterion, values) + ")";
        return values.contains(0L) ? "(" + matching + " or not " + linked + "))" : matching;
    }

    /** The beginning is compared too, as that is what is indexed. */
    private String property(PropertyText wanted) {
        String text = bind(wanted.text());
        return "exists (select 1 from property_value v join property o on o.account_id = v.account_id"
                + " and o.id = v.property_id where v.account_id = $1 and v.person_id = p.id and o.number = "
                + bind(wanted.property()) + " and left(v.value, 200) = left(" + text + ", 200) and v.value = " + text
                + ")";
    }

    private String compared(String expression, Criterion criterion, List<Object> values) {
        Object first = values.get(0);
        return switch (criterion.comparison()) {
            case IS -> expression + " = " + bind(first);
            case IN -> expression + " = any(" + bind(array(values)) + ")";
            case AT_LEAST -> expression + " >= " + bind(first);
            case CONTAINS -> like(criterion.field(), "%" + escaped((String) first) + "%");
            case LIKE -> like(criterion.field(), "%" + closed((String) first) + "%");
        };
    }

    /** Where a field's texts are indexed together with others, or only as far as there are any, that is said too. */
    private String like(UserField field, String pattern) {
        String like = " like " + bind(pattern);
        String condition = PersonFields.expression(field) + like;
        return switch (field) {
            case LOGIN, EMAIL, FIRST_NAME, LAST_NAME ->
                "(" + condition + " and " + PersonFields.CONTAINING + like + ")";
            case CUSTOM_FIELD ->
                isOfNothing(pattern) ? condition : "(" + condition + " and p.folded_custom_field <> '')";
            default -> condition;
        };
    }

    /** Whether the empty text may match. */
    private static boolean isOfNothing(String pattern) {
        return pattern.chars().allMatch(c -> c == '%');
    }

    private static Object sqlValue(UserField field, Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return PersonFields.isText(field) ? CaseFolding.fold((String) value) : value;
    }

    /** Whether PostgreSQL can hold it: a text that it cannot hold equals nothing. */
    static boolean isStorable(Object value) {
        if (value instanceof PropertyText property) {
            return isStorable(property.text());
        }
        return !(value instanceof String text)
                || text.codePoints()
                        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /** The driver tells the types of arrays by their elements'. */
    private static Object array(List<Object> values) {
        return values.toArray((Object[]) Array.newInstance(values.get(0).getClass(), 0));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** A pattern's last backslash has nothing to take as it is but what follows the pattern. */
    private static String closed(String pattern) {
        int end = pattern.length();
        while (end > 0 && pattern.charAt(end - 1) == '\\') {
            end--;
        }
        return (pattern.length() - end) % 2 == 0 ? pattern : pattern + "\\";
    }
}
