package io.dragoman.account;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.observe.WorkerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The few threads that compute hashes, and the bounded queue before them. */
@Startup
@ApplicationScoped
class HashingPool {

    static final String THREAD_NAME = "dragoman-hash-";

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ThreadPoolExecutor threads;
    private final WorkerMetrics metrics;

    HashingPool(PasswordsConfig config, MeterRegistry registry) {
        threads = new ThreadPoolExecutor(
                config.threads(),
                config.threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.queue()),
                named());
        metrics = new WorkerMetrics(
                registry,
                "hashing",
                threads,
                ThreadPoolExecutor::getActiveCount,
                pool -> pool.getQueue().size());
    }

    /**
     * Computes on a thread of the pool and answers on the caller's Vert.x context, where he has one. Fails with
     * UNAVAILABLE where too many already wait.
     */
    <T> Uni<T> compute(Supplier<T> work) {
        return Uni.createFrom().deferred(() -> onPool(work));
    }

    private <T> Uni<T> onPool(Supplier<T> work) {
        Context caller = Vertx.currentContext();
        Uni<T> computed = Uni.createFrom()
                .item(work)
                .runSubscriptionOn(threads)
                .onFailure(RejectedExecutionException.class)
                .transform(this::tooMany);
        return caller == null ? computed : computed.emitOn(answer -> caller.runOnContext(ignored -> answer.run()));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private Throwable tooMany(Throwable rejected) {
        metrics.refused();
        return Failure.retryable(Kind.UNAVAILABLE, "too many passwords wait to be checked", RETRY_AFTER)
                .toException(rejected);
    }

    private static ThreadFactory named() {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, THREAD_NAME + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
