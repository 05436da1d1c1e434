package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.UserId;
import io.dragoman.operator.Person;
import io.dragoman.operator.PersonFilter;
import io.dragoman.operator.PersonStore;
import io.dragoman.operator.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People in PostgreSQL, as the operator sees them. */
@ApplicationScoped
class PostgresPersonStore implements PersonStore {

    private final Statements statements;
    private final TextStatistics texts;

    PostgresPersonStore(Statements statements, TextStatistics texts) {
        this.statements = statements;
        this.texts = texts;
    }

    @Override
    public Uni<Slice<Person>> list(AccountId account, PersonFilter filter, @Nullable UserId after, int limit) {
        String system = filter.system() == null ? "" : filter.system();
        Conditions conditions = new Conditions(account, system, texts.common());
        String sql = PersonOverview.list(filter, conditions, after, limit + 1);
        return statements
                .all(sql, conditions.parameters(), PersonOverview::person)
                .map(rows -> Slice.of(rows, limit));
    }

    @Override
    public Uni<Optional<Person>> get(AccountId account, UserId id) {
        return statements.first(PersonOverview.BY_ID, Tuple.of(account.value(), id.value()), PersonOverview::person);
    }

    @Override
    public Uni<Map<String, String>> properties(AccountId account, UserId id) {
        return statements
                .all(PersonOverview.PROPERTIES, Tuple.of(account.value(), id.value()), row -> row)
                .map(rows -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    rows.forEach(row -> values.put(row.getString(0), row.getString(1)));
                    return values;
                });
    }
}
