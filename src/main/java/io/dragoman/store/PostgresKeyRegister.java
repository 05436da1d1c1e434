package io.dragoman.store;

import io.dragoman.cache.Change;
import io.dragoman.cache.Coherence;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.UserId;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.operator.Key;
import io.dragoman.operator.KeyFilter;
import io.dragoman.operator.KeyRegister;
import io.dragoman.operator.NewKey;
import io.dragoman.operator.Operator;
import io.dragoman.operator.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** API keys in PostgreSQL, as the operator sees them. */
@ApplicationScoped
class PostgresKeyRegister implements KeyRegister {

    private static final String SELECT = "select k.id, k.person_id, k.system, k.hint, k.quota, k.created, k.expires,"
            + " k.revoked, k.last_used, k.version from api_key k where k.account_id = $1";
    private static final String BY_ID = SELECT + " and k.id = $2";
    private static final String STATE =
            "case when k.revoked <= $6 then 'REVOKED' when k.expires <= $6 then 'EXPIRED'" + " else 'ACTIVE' end";
    private static final String LIST = SELECT + " and ($2::uuid is null or k.person_id = $2)"
            + " and ($3::text is null or k.system = $3) and ($4::text is null or k.hint = $4)"
            + " and ($5::text is null or " + STATE + " = $5) and $6::timestamptz is not null"
            + " and ($7::uuid is null or k.id > $7) order by k.id limit $8";

    /** Of a key that is not made yet: what is dropped with it is that it was nobody's. */
    private static final UUID NEW = new UUID(0, 0);

    private final Statements statements;
    private final Sessions sessions;
    private final KeyWriter writer;
    private final Coherence coherence;

    PostgresKeyRegister(Statements statements, Sessions sessions, KeyWriter writer, Coherence coherence) {
        this.statements = statements;
        this.sessions = sessions;
        this.writer = writer;
        this.coherence = coherence;
    }

    @Override
    public Uni<Slice<Key>> list(AccountId account, KeyFilter filter, @Nullable UUID after, int limit) {
        @Nullable
        Object[] parameters = {
            account.value(),
            filter.person() == null ? null : filter.person().value(),
            filter.system(),
            filter.hint(),
            filter.state() == null ? null : filter.state().name(),
            filter.now().atOffset(ZoneOffset.UTC),
            after,
            limit + 1
        };
        return statements
                .all(LIST, Tuple.from(parameters), PostgresKeyRegister::key)
                .map(rows -> Slice.of(rows, limit));
    }

    @Override
    public Uni<Optional<Key>> get(AccountId account, UUID id) {
        return statements.first(BY_ID, Tuple.of(account.value(), id), PostgresKeyRegister::key);
    }

    @Override
    public Uni<Key> create(AccountId account, NewKey key, Operator by) {
        return write(account, NEW, session -> writer.create(session, account, key, by));
    }

    @Override
    public Uni<Key> change(
            AccountId account, Key former, @Nullable Integer quota, @Nullable Instant expires, Operator by) {
        return write(
                account,
                former.id(),
                session -> writer.change(session, account, former, quota, expires, by)
                        .replaceWith(former.id()));
    }

    @Override
    public Uni<Key> revoke(AccountId account, Key former, Operator by) {
        return write(
                account,
                former.id(),
                session -> writer.revoke(session, account, former, by).replaceWith(former.id()));
    }

    @Override
    public Uni<Key> rotate(AccountId account, Key former, Instant end, NewKey key, Operator by) {
        return write(
                account,
                former.id(),
                session -> writer.expire(session, account, former, end, by)
                        .chain(() -> writer.create(session, account, key, by)));
    }

    /** Reads before the commit what was written: once that is done nothing may fail, as a new key's text is told once. */
    private Uni<Key> write(AccountId account, UUID dropped, Function<Mutiny.Session, Uni<UUID>> work) {
        return coherence.dropping(
                Change.ofKey(account, dropped),
                sessions.write(session -> work.apply(session).chain(id -> written(session, account, id))));
    }

    private static Uni<Key> written(Mutiny.Session session, AccountId account, UUID id) {
        return InSession.first(session, BY_ID, Tuple.of(account.value(), id), PostgresKeyRegister::key)
                .map(found -> found.orElseThrow(() -> Failure.of(Kind.NOT_FOUND).toException()));
    }

    private static Key key(Row row) {
        return new Key(
                row.getUUID(0),
                new UserId(row.getUUID(1)),
                row.getString(2),
                row.getString(3),
                row.getInteger(4),
                row.getOffsetDateTime(5).toInstant(),
                instant(row.getOffsetDateTime(6)),
                instant(row.getOffsetDateTime(7)),
                instant(row.getOffsetDateTime(8)),
                row.getLong(9));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
