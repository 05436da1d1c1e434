package io.dragoman.store;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Finds the rows that a transaction is about to change. */
final class Rows {

    private Rows() {}

    /**
     * Finds a row and locks it until the end of the transaction, so that writers of one person wait for one another
     * instead of failing. NOT_FOUND where it is gone.
     */
    static <E> Uni<E> lock(Mutiny.Session session, Class<E> type, Object key) {
        return session.find(type, key, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Failure.of(Kind.NOT_FOUND).toException());
    }

    /** Throws STALE where a locked row is not of the version that a change is of; null is of any. */
    static void requireVersion(long version, @Nullable Long expected) {
        if (expected != null && version != expected) {
            throw Failure.of(Kind.STALE).toException();
        }
    }
}
