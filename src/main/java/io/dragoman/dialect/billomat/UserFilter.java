package io.dragoman.dialect.billomat;

import io.dragoman.directory.Criterion;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.PropertyText;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserQuery;
import io.dragoman.edge.Params;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The questions that a list of users answers (billomat.md 5). */
final class UserFilter {

    /** Parameters that ask for a part of a text; empty ones ask for nothing. */
    private static final Map<String, UserField> CONTAINED = Map.of(
            "email", UserField.EMAIL,
            "first_name", UserField.FIRST_NAME,
            "last_name", UserField.LAST_NAME,
            "customfield", UserField.CUSTOM_FIELD);

    /** Parameters that ask for what is kept under a property, to the letter. */
    private static final Pattern PROPERTY = Pattern.compile("property([0-9]{1,18})");

    private static final int MOST_PROPERTIES = 10;

    private static final Map<String, UserField> SORTABLE = Map.of(
            "id", UserField.NUMBER,
            "created", UserField.CREATED,
            "updated", UserField.UPDATED,
            "first_name", UserField.FIRST_NAME,
            "last_name", UserField.LAST_NAME,
            "email", UserField.EMAIL,
            "role_id", UserField.ROLE);

    private UserFilter() {}

    /** The users asked for, sorted, of one page. */
    static UserQuery query(Params params, PageRequest page) {
        UserQuery query = UserQuery.in(BillomatDialect.ID, page);
        for (Map.Entry<String, UserField> parameter : CONTAINED.entrySet()) {
            String part = params.last(parameter.getKey(), "");
            query = part.isEmpty() ? query : query.where(Criterion.contains(parameter.getValue(), part));
        }
        for (Criterion held : held(params)) {
            query = query.where(held);
        }
        return query.sortedBy(order(params));
    }

    /** Each is a look-up of its own for every user, so that there cannot be any number of them. */
    private static Set<Criterion> held(Params params) {
        Set<Criterion> held = new LinkedHashSet<>();
        for (Params.Param param : params.all()) {
            Matcher property = PROPERTY.matcher(param.name());
            if (property.matches() && !param.value().isEmpty()) {
                held.add(held(property.group(1), param.value()));
            }
        }
        if (held.size() > MOST_PROPERTIES) {
            throw Failure.ofField(Kind.INVALID, "property", "more than " + MOST_PROPERTIES + " properties")
                    .toException();
        }
        return held;
    }

    private static Criterion held(String property, String text) {
        return Criterion.is(UserField.PROPERTY, new PropertyText(Long.parseLong(property), text));
    }

    private static List<UserQuery.Sort> order(Params params) {
        return Ordering.of(params, SORTABLE).stream()
                .map(each -> new UserQuery.Sort(each.key(), each.descending()))
                .toList();
    }
}
