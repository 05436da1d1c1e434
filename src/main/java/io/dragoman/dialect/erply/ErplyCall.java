package io.dragoman.dialect.erply;

import io.smallrye.mutiny.Uni;

/**
 * One call of the API, found by its name: a bean that implements this is all a call takes.
 *
 * <p>Called concurrently; fails with a {@link Refusal} or a canonical failure.
 */
interface ErplyCall {

    /** The value of {@code request} or {@code requestName}, exactly. */
    String name();

    default SessionNeed session() {
        return SessionNeed.LIVE;
    }

    Uni<Reply> answer(Asked asked);
}
