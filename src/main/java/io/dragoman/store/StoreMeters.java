package io.dragoman.store;

import io.dragoman.directory.ReceiptStore;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The figures of the store's border; each series is there from the start. */
@ApplicationScoped
class StoreMeters {

    private static final Duration[] BOUNDS = millis(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000);

    private final MeterRegistry registry;
    private final Map<Operation, Map<Outcome, Timer>> operations = new EnumMap<>(Operation.class);
    private final Map<RetryReason, Counter> retries = new EnumMap<>(RetryReason.class);
    private final Timer wait;

    StoreMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Operation operation : Operation.values()) {
            Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                timers.put(outcome, timer(operation, outcome));
            }
            operations.put(operation, timers);
        }
        for (RetryReason reason : RetryReason.values()) {
            retries.put(reason, registry.counter("dragoman.store.retries", "reason", word(reason)));
        }
        wait = timer("dragoman.store.wait").register(registry);
    }

    enum Operation {
        READ,
        WRITE
    }

    private enum Outcome {
        SUCCESS,
        REFUSED,
        UNAVAILABLE,
        FAULT
    }

    /** Shows what is there at the moment. */
    void watch(Seats seats, Supplier<Number> open, Supplier<Number> breakerOpen) {
        gauge("dragoman.store.waiting", seats::waiting).register(registry);
        gauge("dragoman.store.connections", seats::taken).tag("state", "used").register(registry);
        gauge("dragoman.store.connections", () -> Math.max(0, open.get().intValue() - seats.taken()))
                .tag("state", "idle")
                .register(registry);
        gauge("dragoman.store.breaker.open", breakerOpen).register(registry);
    }

    /** An operation has ended, all its attempts together. */
    void ended(Operation operation, long begun, @Nullable Throwable failure) {
        Map<Outcome, Timer> timers = known(operations.get(operation));
        known(timers.get(outcome(failure))).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }

    /** An attempt has a seat. */
    void waited(long begun) {
        wait.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }

    void retried(RetryReason reason) {
        known(retries.get(reason)).increment();
    }

    private static Outcome outcome(@Nullable Throwable failure) {
        if (failure == null) {
            return Outcome.SUCCESS;
        }
        if (failure instanceof ReceiptStore.Repeated) {
            return Outcome.REFUSED;
        }
        if (!(failure instanceof FacadeException known)) {
            return Outcome.FAULT;
        }
        return known.failure().kind() == Kind.UNAVAILABLE ? Outcome.UNAVAILABLE : Outcome.REFUSED;
    }

    private Timer timer(Operation operation, Outcome outcome) {
        return timer("dragoman.store")
                .tag("operation", word(operation))
                .tag("outcome", word(outcome))
                .register(registry);
    }

    private static Timer.Builder timer(String name) {
        return Timer.builder(name).serviceLevelObjectives(BOUNDS);
    }

    private static Gauge.Builder<Supplier<Number>> gauge(String name, Supplier<Number> value) {
        return Gauge.builder(name, value);
    }

    /** There is one for each value of an enum. */
    private static <T> T known(@Nullable T series) {
        return Objects.requireNonNull(series);
    }

    private static String word(Enum<?> label) {
        return label.name().toLowerCase(Locale.ROOT);
    }

    private static Duration[] millis(long... bounds) {
        return Arrays.stream(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
