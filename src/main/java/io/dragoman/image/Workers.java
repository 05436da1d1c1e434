package io.dragoman.image;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
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
@ApplicationScoped
class Workers {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ExecutorService threads;
    private final TypedGuard<Uni<byte[]>> turns;

    Workers(ImageConfig config) {
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(config.workers(), work -> thread(work, number.incrementAndGet()));
        turns = TypedGuard.create(new TypeLiteral<Uni<byte[]>>() {})
                .withDescription("images")
                .withBulkhead()
                .limit(config.workers())
                .queueSize(config.queue())
                .done()
                .build();
    }

    /** Runs work in its turn. Fails with UNAVAILABLE where too many wait already. */
    Uni<byte[]> inTurn(Supplier<Uni<byte[]>> work) {
        return Uni.createFrom()
                .deferred(() -> turns.get(work))
                .onFailure(BulkheadException.class)
                .transform(full ->
                        Failure.retryable(Kind.UNAVAILABLE, "pictures", PAUSE).toException());
    }

    /** Computes on one of the threads. */
    Uni<byte[]> compute(Supplier<byte[]> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(threads);
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
