package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.operator.Change;
import io.dragoman.operator.ChangeFilter;
import io.dragoman.operator.ChangeLog;
import io.dragoman.operator.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change log in PostgreSQL. */
@ApplicationScoped
class PostgresChangeLog implements ChangeLog {

    private static final String SELECT = "select c.id, c.at, c.actor, c.system, c.subject, c.subject_id, c.action,"
            + " c.changes::text from change_log c where c.account_id = $1";

    private final Statements statements;

    PostgresChangeLog(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Uni<Slice<Change>> list(AccountId account, ChangeFilter filter, @Nullable Long before, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(account.value()));
        StringBuilder sql = new StringBuilder(SELECT);
        if (filter.person() != null) {
            add(sql, parameters, " and (c.subject_id = ", filter.person().value());
            add(
                    sql,
                    parameters,
                    " or (c.subject = 'key' and c.changes ->> 'person' = ",
                    filter.person().value().toString());
            sql.append("))");
        }
        add(sql, parameters, " and c.subject_id = ", filter.subject());
        add(sql, parameters, " and c.actor = ", filter.actor());
        add(sql, parameters, " and c.system = ", filter.system());
        add(sql, parameters, " and c.at >= ", time(filter.since()));
        add(sql, parameters, " and c.at < ", time(filter.until()));
        add(sql, parameters, " and c.id < ", before);
        add(sql, parameters, " order by c.id desc limit ", limit + 1);
        return statements
                .all(sql.toString(), Tuple.from(parameters), PostgresChangeLog::change)
                .map(rows -> Slice.of(rows, limit));
    }

    private static void add(StringBuilder sql, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            parameters.add(value);
            sql.append(condition).append('$').append(parameters.size());
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Change change(Row row) {
        return new Change(
                row.getLong(0),
                row.getOffsetDateTime(1).toInstant(),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getUUID(5),
                row.getString(6),
                row.getString(7));
    }
}
