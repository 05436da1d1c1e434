package io.dragoman.store;

import io.dragoman.cache.Hearing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Tells how well changes are heard. */
final class FeedMeters {

    private final Counter gaps;
    private final Timer lag;

    FeedMeters(MeterRegistry registry, Hearing hearing) {
        gaps = registry.counter("dragoman.feed.gaps");
        lag = Timer.builder("dragoman.feed.lag").publishPercentileHistogram().register(registry);
        Gauge.builder("dragoman.feed.listening", hearing, told -> told.isListening(System.nanoTime()) ? 1 : 0)
                .register(registry);
    }

    void gap() {
        gaps.increment();
    }

    /** A sign of life took so long from its sending to its being heard, as a change would have. */
    void heard(long nanos) {
        lag.record(nanos, TimeUnit.NANOSECONDS);
    }
}
