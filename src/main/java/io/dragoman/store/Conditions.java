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

    private final CommonParts common;
    private final List<Object> parameters = new ArrayList<>();

    /** Conditions for an account's people in a system, where some parts of texts are known to be common. */
    Conditions(AccountId account, String system, CommonParts common) {
        this.common = common;
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

    /** Whether all conditions are of texts that have nothing rare, so that most may match and no index finds them. */
    boolean areCommon(UserQuery query) {
        return query.conditions().stream().flatMap(List::stream).allMatch(this::isCommon);
    }

    private boolean isCommon(Criterion criterion) {
        return isInOneText(criterion.field())
                && switch (criterion.comparison()) {
                    case CONTAINS, LIKE -> rare(pattern(criterion)).isEmpty();
                    case IS, IN, AT_LEAST -> false;
                };
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
            case CONTAINS, LIKE -> like(criterion.field(), pattern(criterion));
        };
    }

    private static String pattern(Criterion criterion) {
        String text = CaseFolding.fold((String) criterion.values().get(0));
        return criterion.comparison() == Criterion.Comparison.CONTAINS
                ? LikePattern.holding(text)
                : LikePattern.around(text);
    }

    /** Where a field's texts are indexed together with others, or only as far as there are any, that is said too. */
    private String like(UserField field, String pattern) {
        String condition = PersonFields.expression(field) + " like " + bind(pattern);
        if (isInOneText(field)) {
            List<String> rare = rare(pattern);
            return rare.isEmpty() ? condition : "(" + condition + " and " + inOneText(rare) + ")";
        }
        return field == UserField.CUSTOM_FIELD && !isOfNothing(pattern)
                ? "(" + condition + " and p.folded_custom_field <> '')"
                : condition;
    }

    private String inOneText(List<String> parts) {
        return PersonFields.CONTAINING + " like " + bind(LikePattern.holding(parts));
    }

    /** What is rare of the texts that whatever matches has. */
    private List<String> rare(String pattern) {
        return LikePattern.literals(pattern).stream()
                .flatMap(literal -> common.rare(literal).stream())
                .toList();
    }

    /** Whether a field is one of {@link PersonFields#CONTAINING}. */
    private static boolean isInOneText(UserField field) {
        return switch (field) {
            case LOGIN, EMAIL, FIRST_NAME, LAST_NAME -> true;
            default -> false;
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
}
