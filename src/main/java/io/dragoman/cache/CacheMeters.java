package io.dragoman.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts how a cache answers. */
final class CacheMeters {

    private final Counter hits;
    private final Counter misses;
    private final Counter stale;
    private final Counter staleAnswers;
    private final Counter dropped;

    CacheMeters(MeterRegistry registry, String cache) {
        hits = gets(registry, cache, "hit");
        misses = gets(registry, cache, "miss");
        stale = gets(registry, cache, "stale");
        staleAnswers = registry.counter("dragoman.cache.stale.answers", "cache", cache);
        dropped = dropped(registry, "change");
    }

    /** Entries that were asked for and could not be served any more, or were pushed out. */
    static Counter dropped(MeterRegistry registry, String reason) {
        return registry.counter("dragoman.cache.dropped", "reason", reason);
    }

    void hit() {
        hits.increment();
    }

    void miss() {
        misses.increment();
    }

    void stale() {
        stale.increment();
        staleAnswers.increment();
    }

    void dropped() {
        dropped.increment();
    }

    private static Counter gets(MeterRegistry registry, String cache, String result) {
        return registry.counter("dragoman.cache.gets", "cache", cache, "result", result);
    }
}
