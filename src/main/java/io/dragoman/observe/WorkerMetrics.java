package io.dragoman.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** Shows how busy a bounded pool of workers is, and counts what it has no room for. */
public final class WorkerMetrics {

    private final Counter refused;

    /**
     * @param name of a closed set
     * @param active how much a pool works on
     * @param queued how much waits in it
     */
    public <P> WorkerMetrics(
            MeterRegistry registry, String name, P pool, ToDoubleFunction<P> active, ToDoubleFunction<P> queued) {
        gauge("dragoman.workers.active", pool, active).tag("pool", name).register(registry);
        gauge("dragoman.workers.queued", pool, queued).tag("pool", name).register(registry);
        refused = registry.counter("dragoman.workers.refused", "pool", name);
    }

    /** Work was refused, as the queue is full. */
    public void refused() {
        refused.increment();
    }

    private static <P> Gauge.Builder<P> gauge(String name, P pool, ToDoubleFunction<P> value) {
        return Gauge.builder(name, pool, value).strongReference(true);
    }
}
