package io.dragoman.limit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Takes calls from quotas. */
@Singleton
public class RateLimiter {

    private final Counters counters;

    RateLimiter(Counters counters) {
        this.counters = counters;
    }

    /** Takes {@code cost} calls, wholly or, where fewer are left, not at all. */
    public Uni<Allowance> take(Quota quota, int cost) {
        return counters.add(quota, cost).map(count -> allowance(quota, count));
    }

    /** What is left, taking nothing. */
    public Uni<Allowance> peek(Quota quota) {
        return take(quota, 0);
    }

    /** Gives calls back that turned out not to count, to the window they were taken from. */
    public Uni<Void> giveBack(Allowance taken, int calls) {
        return counters.giveBack(taken, calls);
    }

    private static Allowance allowance(Quota quota, Counters.Count count) {
        Duration resetsIn = Duration.between(count.now(), count.end());
        return new Allowance(count.added(), quota, count.left(), count.end(), resetsIn, count.shared());
    }
}
