package io.dragoman.observe;

import io.dragoman.failure.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one dialect; a request finds its meters in tables.
 *
 * <p>Counters are there from the start, as the first event is lost on a rate of what was not there before; timers come
 * with the first request of their kind, as each has a dozen series.
 */
public final class DialectMetrics {

    /** The operation of a request that was refused before it was known what it is for. */
    public static final String OTHER = "other";

    /** Rooms name far fewer; a bound all the same, should one take a name from a caller. */
    private static final int MOST_OPERATIONS = 100;

    private static final Duration[] BUCKETS = Stream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final String dialect;
    private final Map<String, Timers> operations = new ConcurrentHashMap<>();
    private final Map<Kind, Counter> failures;
    private final Map<Unknown, Counter> unknown;
    private final Counter granted;
    private final Counter refused;

    DialectMetrics(MeterRegistry registry, String dialect) {
        this.registry = registry;
        this.dialect = dialect;
        this.failures = counters(Kind.class, kind -> counter("dragoman.failures", "kind", Labels.of(kind)));
        this.unknown = counters(Unknown.class, what -> counter("dragoman.unknown", "what", Labels.of(what)));
        this.granted = counter("dragoman.limit.decisions", "decision", "granted");
        this.refused = counter("dragoman.limit.decisions", "decision", "refused");
    }

    /** A request that has been answered. */
    public void answered(String operation, Outcome outcome, long nanos) {
        timers(operation).of(outcome).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A failure that a caller is told. */
    public void failed(Kind kind) {
        count(failures.get(kind), 1);
    }

    /** Things asked for that are not there. */
    public void unknown(Unknown what, int times) {
        count(unknown.get(what), times);
    }

    /** A decision of the limiter. */
    public void decided(boolean grant) {
        (grant ? granted : refused).increment();
    }

    private static void count(@Nullable Counter counter, int times) {
        if (counter != null) {
            counter.increment(times);
        }
    }

    private Timers timers(String operation) {
        Timers known = operations.get(operation);
        if (known != null) {
            return known;
        }
        String name = operations.size() < MOST_OPERATIONS ? operation : OTHER;
        return operations.computeIfAbsent(name, Timers::new);
    }

    private Counter counter(String name, String label, String value) {
        return registry.counter(name, "dialect", dialect, label, value);
    }

    private static <E extends Enum<E>> Map<E, Counter> counters(Class<E> type, Function<E, Counter> counter) {
        Map<E, Counter> counters = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            counters.put(value, counter.apply(value));
        }
        return counters;
    }

    /** The timers of one operation, by outcome. */
    private final class Timers {

        private final String operation;
        private final Map<Outcome, Timer> byOutcome = new ConcurrentHashMap<>();

        Timers(String operation) {
            this.operation = operation;
        }

        Timer of(Outcome outcome) {
            Timer known = byOutcome.get(outcome);
            return known == null ? byOutcome.computeIfAbsent(outcome, this::register) : known;
        }

        private Timer register(Outcome outcome) {
            return Timer.builder("dragoman.requests")
                    .description("Requests answered, from their head to the end of the answer")
                    .tags("dialect", dialect, "operation", operation, "outcome", outcome.label())
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry);
        }
    }
}
