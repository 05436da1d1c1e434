package io.dragoman.limit;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/**
 * Counts with all replicas while Redis answers, and alone, each quota divided by their number, while it does not.
 *
 * <p>The first call that Redis does not answer in time ends the counting together, a heartbeat that it answers begins it
 * again. What was counted alone is not carried over.
 */
final class SharedCounters implements Counters {

    private static final Logger LOG = Logger.getLogger(SharedCounters.class);

    /** How long calls wait for a replica that has just started to find Redis. */
    private static final Duration FIRST_CONTACT = Duration.ofSeconds(1);

    private enum State {
        STARTING,
        SHARED,
        AWAY
    }

    private final Counters own;
    private final Counters redis;
    private final RedisLink link;
    private final Replicas replicas;
    private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);
    private final CompletableFuture<Void> contact =
            new CompletableFuture<Void>().completeOnTimeout(null, FIRST_CONTACT.toMillis(), TimeUnit.MILLISECONDS);
    private final LongAdder fallbacks = new LongAdder();

    SharedCounters(Counters own, Counters redis, RedisLink link, Replicas replicas) {
        this.own = own;
        this.redis = redis;
        this.link = link;
        this.replicas = replicas;
    }

    @Override
    public Uni<Count> add(Quota quota, int cost) {
        return contact.isDone()
                ? count(quota, cost)
                : Callers.goOn(Uni.createFrom().completionStage(contact)).chain(() -> count(quota, cost));
    }

    /** What Redis counted and cannot be told any more stays counted there until its window ends. */
    @Override
    public Uni<Void> giveBack(Allowance taken, int calls) {
        if (!taken.shared()) {
            return own.giveBack(taken, calls);
        }
        return isShared()
                ? redis.giveBack(taken, calls).onFailure().recoverWithUni(this::lost)
                : Uni.createFrom().voidItem();
    }

    /** Shows this replica to the others and finds out whether Redis is there; one call after the other. */
    Uni<Void> beat() {
        return link.open()
                .chain(replicas::show)
                .invoke(this::found)
                .onFailure()
                .recoverWithUni(this::lost)
                .invoke(() -> contact.complete(null));
    }

    boolean isShared() {
        return state.get() == State.SHARED;
    }

    boolean isAway() {
        return state.get() == State.AWAY;
    }

    /** Calls counted alone so far. */
    long fallbacks() {
        return fallbacks.sum();
    }

    private Uni<Count> count(Quota quota, int cost) {
        return isShared()
                ? redis.add(quota, cost)
                        .onFailure()
                        .recoverWithUni(failure -> lost(failure).chain(() -> alone(quota, cost)))
                : alone(quota, cost);
    }

    private Uni<Count> alone(Quota quota, int cost) {
        fallbacks.increment();
        return own.add(quota.among(replicas.number()), cost);
    }

    private void found() {
        if (state.getAndSet(State.SHARED) != State.SHARED) {
            LOG.infof("Limits are counted in Redis, by all replicas together (%d now)", replicas.number());
        }
    }

    private Uni<Void> lost(Throwable failure) {
        if (state.getAndSet(State.AWAY) != State.AWAY) {
            LOG.warnf(
                    "Redis does not answer (%s): limits are counted by this replica alone, each quota divided by %d",
                    failure.getMessage(), replicas.number());
        }
        return Uni.createFrom().voidItem();
    }
}
