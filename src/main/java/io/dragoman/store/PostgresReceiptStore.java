package io.dragoman.store;

import io.dragoman.directory.Once;
import io.dragoman.directory.ReceiptStore;
import io.dragoman.directory.RequestKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Receipts in PostgreSQL, each written in the transaction of the creation it is of. */
@ApplicationScoped
class PostgresReceiptStore implements ReceiptStore {

    private static final String KEY = "account_id = $1 and person_id = $2 and system = $3 and key = $4 and part = $5";
    private static final String FIND = "select digest, receipt from idempotency where " + KEY + " and at > $6";

    // Waits for whoever has the key to commit or give up; a row too old to count is taken over.
    private static final String CLAIM = "insert into idempotency (account_id, person_id, system, key, part, at, digest)"
            + " values ($1, $2, $3, $4, $5, $7, $8)"
            + " on conflict (account_id, person_id, system, key, part)"
            + " do update set at = excluded.at, digest = excluded.digest, receipt = '' where idempotency.at <= $6"
            + " returning part";
    private static final String KEEP = "update idempotency set receipt = $6 where " + KEY + " returning part";

    private final Statements statements;
    private final IdempotencyConfig config;
    private final Clock clock;

    PostgresReceiptStore(Statements statements, IdempotencyConfig config, Clock clock) {
        this.statements = statements;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Receipt>> find(RequestKey key) {
        return statements.first(
                FIND, of(key).addOffsetDateTime(oldest()), row -> new Receipt(row.getString(0), row.getString(1)));
    }

    /** Creates what nobody has created under the same key. Fails with {@link Repeated} where somebody has. */
    <T> Uni<T> once(Mutiny.Session session, Once<T> once, Supplier<Uni<T>> creation) {
        RequestKey key = once.key();
        return key == null
                ? creation.get()
                : claim(session, key).chain(creation::get).call(made -> keep(session, key, once.receiptFor(made)));
    }

    private Uni<Integer> claim(Mutiny.Session session, RequestKey key) {
        Tuple parameters =
                of(key).addOffsetDateTime(oldest()).addOffsetDateTime(now()).addString(key.digest());
        return InSession.first(session, CLAIM, parameters, row -> row.getInteger(0))
                .map(claimed -> claimed.orElseThrow(Repeated::new));
    }

    private static Uni<Integer> keep(Mutiny.Session session, RequestKey key, String receipt) {
        return InSession.first(session, KEEP, of(key).addString(receipt), row -> row.getInteger(0))
                .map(Optional::orElseThrow);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime oldest() {
        return now().minus(config.keep());
    }

    private static Tuple of(RequestKey key) {
        return Tuple.tuple()
                .addInteger(key.account().value())
                .addUUID(key.person().value())
                .addString(key.system())
                .addString(key.key())
                .addInteger(key.part());
    }
}
