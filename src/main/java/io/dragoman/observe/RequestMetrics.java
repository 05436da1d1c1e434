package io.dragoman.observe;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The meters of each dialect. */
@Singleton
public class RequestMetrics {

    /** Stands for a dialect where no dialect claims a request. */
    public static final String NONE = "none";

    private final MeterRegistry registry;
    private final Map<String, DialectMetrics> dialects = new ConcurrentHashMap<>();

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The meters of a dialect, whose name must be of a closed set. */
    public DialectMetrics of(String dialect) {
        DialectMetrics known = dialects.get(dialect);
        return known == null ? dialects.computeIfAbsent(dialect, id -> new DialectMetrics(registry, id)) : known;
    }
}
