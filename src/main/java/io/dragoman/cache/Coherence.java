package io.dragoman.cache;

import io.dragoman.directory.ReceiptStore;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes the caches of this process, and is told by those who write and by the feed what they must forget. */
@Singleton
public class Coherence {

    private final Shared shared;
    private final MeterRegistry registry;

    @Inject
    Coherence(
            CacheConfig config,
            MeterRegistry registry,
            @ConfigProperty(name = "dragoman.store.timeout") Duration timeout) {
        this(config, registry, timeout, System::nanoTime);
    }

    Coherence(CacheConfig config, MeterRegistry registry, Duration timeout, LongSupplier nanos) {
        this.registry = registry;
        shared = new Shared(
                new Epochs(),
                new Memory(config, nanos, registry),
                new Hearing(),
                nanos,
                config.blindTtl(),
                config.staleIfError(),
                config.staleWait(),
                timeout);
    }

    public <K, V> CoherentCache<K, V> cache(CachePlan<K, V> plan) {
        return new CoherentCache<>(plan, shared, new CacheMeters(registry, plan.name()));
    }

    /** Drops what a change has made wrong. */
    public void changed(Change change) {
        shared.epochs().changed(change);
    }

    /** Drops everything. */
    public void forget() {
        shared.epochs().forget();
    }

    /** A moment to tell what was read before it from what is read later. */
    public long moment() {
        return shared.epochs().next();
    }

    /** Tells that changes may have been missed before a moment: all that is older is read anew where that can be. */
    public void missedBefore(long moment) {
        shared.epochs().missedBefore(moment);
    }

    /** Marks the beginning of something that is to be kept. */
    public Mark mark() {
        long now = shared.now();
        return new Mark(shared.epochs().now(), now, shared.hearing().isListening(now));
    }

    /** Has a write drop what it changes before its answer; what it may have changed is read anew where that can be. */
    public <T> Uni<T> dropping(Change change, Uni<T> write) {
        return write.onTermination()
                .invoke((written, failure, cancelled) -> settle(change, cancelled || isOpen(failure)));
    }

    /** Whether changes are heard, for the feed to tell. */
    public Hearing hearing() {
        return shared.hearing();
    }

    /** Whether nothing is remembered. */
    public boolean isEmpty() {
        return shared.memory().isEmpty();
    }

    private void settle(Change change, boolean open) {
        if (open) {
            shared.epochs().suspected(change);
        } else {
            shared.epochs().changed(change);
        }
    }

    /** Whether a write that failed so may have been done, or may still be. */
    private static boolean isOpen(@Nullable Throwable failure) {
        if (failure instanceof FacadeException known) {
            return known.failure().kind() == Kind.UNAVAILABLE || known.failure().kind() == Kind.INTERNAL;
        }
        return failure != null && !(failure instanceof ReceiptStore.Repeated);
    }
}
