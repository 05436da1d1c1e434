package io.dragoman.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens a session for each piece of work: never that of the context, which concurrent calls of one request would share. */
@ApplicationScoped
class Sessions {

    private final Mutiny.SessionFactory factory;
    private final StoreGuard guard;

    Sessions(Mutiny.SessionFactory factory, StoreGuard guard) {
        this.factory = factory;
        this.guard = guard;
    }

    /** Does work in a transaction. */
    <T> Uni<T> write(Function<Mutiny.Session, Uni<T>> work) {
        return guard.write(() -> factory.openSession()
                .chain(session ->
                        session.withTransaction(begun -> work.apply(session)).eventually(session::close)));
    }

    /** Looks something up without a transaction. */
    <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return guard.read(
                () -> factory.openSession().chain(session -> work.apply(session).eventually(session::close)));
    }
}
