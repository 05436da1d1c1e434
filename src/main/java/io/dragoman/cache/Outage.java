package io.dragoman.cache;

import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Kind;
import io.dragoman.freshness.Freshness;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Serves a value that is too old where it cannot be read anew, for a limited time after it was known to be good.
 *
 * <p>A caller for whom there is such a value does not wait for a database that says nothing: once no changes are heard
 * either, he is answered after a short while. As long as they are heard the database lives, and he waits: a key that was
 * revoked without anybody hearing it must be read anew.
 */
final class Outage {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Shared shared;
    private final CacheMeters meters;
    private final long staleIfError;
    private final long staleWait;

    Outage(Shared shared, CacheMeters meters) {
        this.shared = shared;
        this.meters = meters;
        staleIfError = shared.staleIfError().toNanos();
        staleWait = shared.staleWait().toNanos();
    }

    /** What is read, or the old value where the database is away or silent. */
    <V> Uni<V> readOrServe(Uni<V> read, Entry<V> old, Load<V> load, @Nullable Context caller) {
        Uni<V> counted = read.invoke(meters::miss);
        return patiently(counted, old, load, caller)
                .onFailure(Outage::isUnavailable)
                .recoverWithUni(failure -> isServable(old)
                        ? Uni.createFrom().item(() -> served(old, caller))
                        : Uni.createFrom().failure(failure));
    }

    private <V> Uni<V> patiently(Uni<V> read, Entry<V> old, Load<V> load, @Nullable Context caller) {
        return read.ifNoItem()
                .after(patience(load))
                .recoverWithUni(() -> isSilent() && isServable(old)
                        ? Uni.createFrom().item(() -> served(old, caller))
                        : patiently(read, old, load, caller))
                .emitOn(answer -> Load.onContext(caller, answer));
    }

    /** Until the database is known to be silent; less what the reading has taken already. */
    private Duration patience(Load<?> load) {
        long now = shared.now();
        long left = Math.max(staleWait - load.age(now), shared.hearing().left(now));
        return left <= AT_ONCE.toNanos() ? AT_ONCE : Duration.ofNanos(left);
    }

    private boolean isSilent() {
        return !shared.hearing().isListening(shared.now());
    }

    private boolean isServable(Entry<?> old) {
        return old.isUnchanged(shared.epochs()) && age(old) <= staleIfError;
    }

    private <V> V served(Entry<V> old, @Nullable Context caller) {
        meters.stale();
        Freshness.note(caller, Duration.ofNanos(age(old)));
        return old.value();
    }

    private long age(Entry<?> entry) {
        return Math.max(0, shared.now() - entry.knownGood(shared.epochs(), shared.hearing()));
    }

    private static boolean isUnavailable(Throwable failure) {
        return failure instanceof FacadeException known && known.failure().kind() == Kind.UNAVAILABLE;
    }
}
