package io.dragoman.store;

import io.dragoman.directory.Criterion;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserQuery;
import io.dragoman.operator.PersonFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what the operator looks for in people into the directory's criteria. */
final class PersonCriteria {

    private PersonCriteria() {}

    static UserQuery of(PersonFilter filter) {
        UserQuery query = UserQuery.in("", PageRequest.at(0, 0));
        query = where(query, UserField.KIND, filter.kind());
        query = where(query, UserField.ACTIVE, filter.active());
        query = where(query, UserField.EMAIL, filter.email());
        query = where(query, UserField.LOGIN, filter.login());
        if (filter.updatedSince() != null) {
            query = query.where(Criterion.atLeast(UserField.UPDATED, filter.updatedSince()));
        }
        return filter.name() == null ? query : query.whereAny(named(filter.name()));
    }

    private static UserQuery where(UserQuery query, UserField field, @Nullable Object value) {
        return value == null ? query : query.where(Criterion.is(field, value));
    }

    private static List<Criterion> named(String part) {
        return List.of(
                Criterion.contains(UserField.FIRST_NAME, part),
                Criterion.contains(UserField.LAST_NAME, part),
                Criterion.contains(UserField.LOGIN, part));
    }
}
