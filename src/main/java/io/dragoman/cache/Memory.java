package io.dragoman.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the entries of all caches within one weight; keys of different caches are of different types.
 *
 * <p>An entry is kept beyond its time, as long as it may be wanted while the database is away.
 */
final class Memory {

    private final Cache<Object, Entry<?>> entries;

    Memory(CacheConfig config, LongSupplier nanos, MeterRegistry registry) {
        Counter evicted = CacheMeters.dropped(registry, "size");
        entries = Caffeine.newBuilder()
                .maximumWeight(config.maxWeight().asLongValue())
                .<Object, Entry<?>>weigher((key, entry) -> entry.weight())
                .expireAfterWrite(config.maxAge().plus(config.staleIfError()))
                .ticker(nanos::getAsLong)
                // Where something is put: to hand a few microseconds of tidying to another thread costs more than they
                // do.
                .executor(Runnable::run)
                .evictionListener((key, entry, cause) -> {
                    if (cause == com.github.benmanes.caffeine.cache.RemovalCause.SIZE) {
                        evicted.increment();
                    }
                })
                .build();
        Gauge.builder("dragoman.cache.weight.bytes", this, Memory::weight).register(registry);
    }

    @SuppressWarnings("unchecked") // a key's type is that of one cache, which put the entry
    <V> @Nullable Entry<V> find(Object key) {
        return (Entry<V>) entries.getIfPresent(key);
    }

    void put(Object key, Entry<?> entry) {
        entries.put(key, entry);
    }

    void remove(Object key, Entry<?> entry) {
        entries.asMap().remove(key, entry);
    }

    boolean isEmpty() {
        return entries.estimatedSize() == 0;
    }

    private double weight() {
        return entries.policy()
                .eviction()
                .map(Policy.Eviction::weightedSize)
                .orElseThrow()
                .orElse(0);
    }
}
