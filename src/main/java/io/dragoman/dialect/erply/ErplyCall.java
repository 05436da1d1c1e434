package io.dragoman.dialect.erply;

import io.smallrye.mutiny.Uni;
import java.util.Set;

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

    /** The parameters the call reads, beside those of all calls; others are counted as unknown. */
    default Set<String> reads() {
        return Set.of();
    }

    Uni<Reply> answer(Asked asked);
}
