package io.dragoman.image;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.observe.WorkerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/**
 * The few threads that pictures are worked on by, and the bounded queue before them.
 *
 * <p>What waits has not yet been read from anywhere: a turn covers fetching the original too, so that only as many are
 * in memory as are worked on.
 */
@Startup
@ApplicationScoped
class Workers {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ExecutorService threads;
    private final TypedGuard<Uni<Object>> turns;
    private final AtomicInteger inLine = new AtomicInteger();
    private final WorkerMetrics metrics;

    Workers(ImageConfig config, MeterRegistry registry) {
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(config.workers(), work -> thread(work, number.incrementAndGet()));
        turns = TypedGuard.create(new TypeLiteral<Uni<Object>>() {})
                .withDescription("images")
                .withBulkhead()
                .limit(config.workers())
                .queueSize(config.queue())
                .done()
                .build();
        metrics = new WorkerMetrics(
                registry,
                "images",
                inLine,
                all -> Math.min(all.get(), config.workers()),
                all -> Math.max(0, all.get() - config.workers()));
    }

    /** Runs work in its turn. Fails with UNAVAILABLE where too many wait already. */
    @SuppressWarnings("unchecked") // the guard hands on what it was given
    <T> Uni<T> inTurn(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> turns.get(() -> work.get().map(Object.class::cast)))
                .map(result -> (T) result)
                .onSubscription()
                .invoke(inLine::incrementAndGet)
                .onTermination()
                .invoke(inLine::decrementAndGet)
                .onFailure(BulkheadException.class)
                .transform(this::tooMany);
    }

    /** Computes on one of the threads. */
    <T> Uni<T> compute(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(threads);
    }

    private Throwable tooMany(Throwable full) {
        metrics.refused();
        return Failure.retryable(Kind.UNAVAILABLE, "pictures", PAUSE).toException(full);
    }

    /** Computes in its turn, and answers on the caller's Vert.x context, where he has one. */
    <T> Uni<T> run(Supplier<T> work) {
        Context caller = Vertx.currentContext();
        Uni<T> done = inTurn(() -> compute(work));
        return caller == null ? done : done.emitOn(answer -> caller.runOnContext(ignored -> answer.run()));
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    private static Thread thread(Runnable work, int number) {
        Thread thread = new Thread(work, "images-" + number);
        thread.setDaemon(true);
        return thread;
    }
}
