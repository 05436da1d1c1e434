package io.dragoman.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens a session for each piece of work: never that of the context, which concurrent calls of one request would share. */
@ApplicationScoped
class Sessions {

    // Said in the transaction, as a pooler keeps nothing longer than that; what is done then is sent right behind.
    private static final String LIMITS = "select set_config('statement_timeout', $1, true),"
            + " set_config('lock_timeout', $1, true), set_config('idle_in_transaction_session_timeout', $1, true)";

    private final Mutiny.SessionFactory factory;
    private final StoreGuard guard;
    private final StoreConfig config;

    Sessions(Mutiny.SessionFactory factory, StoreGuard guard, StoreConfig config) {
        this.factory = factory;
        this.guard = guard;
        this.config = config;
    }

    /** Does work in a transaction, which ends with whoever waits for it. */
    <T> Uni<T> write(Function<Mutiny.Session, Uni<T>> work) {
        return guard.write(attempt -> factory.openSession()
                .chain(session -> session.withTransaction(begun -> inTransaction(session, attempt, work))
                        .eventually(session::close)));
    }

    /** Looks something up without a transaction. */
    <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return guard.read(
                () -> factory.openSession().chain(session -> work.apply(session).eventually(session::close)));
    }

    private <T> Uni<T> inTransaction(Mutiny.Session session, Attempt attempt, Function<Mutiny.Session, Uni<T>> work) {
        attempt.begin();
        String limit = Long.toString(config.serverTimeout(attempt.deadline().left()));
        return Uni.combine()
                .all()
                .unis(
                        InSession.ahead(session, LIMITS, Tuple.of(limit)),
                        Uni.createFrom().deferred(() -> work.apply(session)))
                .with((limited, done) -> done)
                .call(session::flush)
                .invoke(attempt::commit);
    }
}
