package io.dragoman.store;

import io.dragoman.cache.Waits;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.netty.channel.EventLoop;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every operation on the database: a time limit, a circuit breaker, a seat for each connection, retries
 * where nothing was done, and the border of failures.
 */
@ApplicationScoped
class StoreGuard {

    /** How often an operation is tried at most. */
    private static final int ATTEMPTS = 3;

    private static final String QUESTION = "select 1";

    private final Vertx vertx;
    private final StoreConfig config;
    private final StoreMeters meters;
    private final Seats seats;
    private final TypedGuard<Uni<Object>> breaker;
    private final StoreProbe probe;
    private final Failure away;
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

    @Inject
    StoreGuard(Vertx vertx, StoreConfig config, StoreMeters meters, BoundedPool connections, Pool pool) {
        this(vertx, config, meters, connections, () -> pool.query(QUESTION).execute());
    }

    StoreGuard(
            Vertx vertx,
            StoreConfig config,
            StoreMeters meters,
            BoundedPool connections,
            Supplier<? extends Uni<?>> question) {
        this.vertx = vertx;
        this.config = config;
        this.meters = meters;
        away = Failure.retryable(
                Kind.UNAVAILABLE, "the directory", config.breaker().delay());
        seats = new Seats(vertx, config.connections(), config.queue(), away);
        breaker = breaker(config.breaker());
        probe = new StoreProbe(vertx, config.breaker().delay(), () -> ask(question), this::isAway);
        meters.watch(seats, connections::open, () -> isAway() ? 1 : 0);
    }

    /** Runs what only reads. */
    <T> Uni<T> read(Supplier<Uni<T>> operation) {
        return guarded(StoreMeters.Operation.READ, attempt -> operation.get());
    }

    /** Runs a transaction, which calls {@link Attempt#commit} when all is done but COMMIT. */
    <T> Uni<T> write(Function<Attempt, Uni<T>> transaction) {
        return guarded(StoreMeters.Operation.WRITE, transaction);
    }

    private <T> Uni<T> guarded(StoreMeters.Operation kind, Function<Attempt, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> guarded(kind, work, Vertx.currentContext()));
    }

    private <T> Uni<T> guarded(StoreMeters.Operation kind, Function<Attempt, Uni<T>> work, @Nullable Context caller) {
        Waits waits = Waits.of(caller);
        long begun = System.nanoTime();
        Course<T> course = new Course<>(work, Deadline.within(config.timeout(), waits.begin()), home(caller));
        return Uni.createFrom()
                .deferred(course::attempt)
                .onFailure(course::mayBeRetried)
                .retry()
                .atMost(ATTEMPTS)
                .onFailure()
                .transform(thrown -> StoreFailures.translate(thrown, away))
                .onTermination()
                .invoke((item, failure, cancelled) -> {
                    waits.end();
                    meters.ended(kind, begun, failure);
                })
                .runSubscriptionOn(start -> onContext(course.home, start))
                .emitOn(answer -> onContext(caller, answer));
    }

    /** Sessions live on an event loop; whoever comes from another thread is given one. */
    private Context home(@Nullable Context caller) {
        return caller != null && Context.isOnEventLoopThread()
                ? caller
                : VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    }

    /** Who waits for a seat, or in vain, is told by somebody else's thread; a request goes on where it came from. */
    private static void onContext(@Nullable Context context, Runnable next) {
        if (context == null || Vertx.currentContext() == context) {
            next.run();
        } else {
            context.runOnContext(ignored -> next.run());
        }
    }

    private TypedGuard<Uni<Object>> breaker(StoreConfig.Breaker limits) {
        return TypedGuard.create(new TypeLiteral<Uni<Object>>() {})
                .withDescription("store")
                .withCircuitBreaker()
                .when(StoreFailures::isOutOfReach)
                .requestVolumeThreshold(limits.requests())
                .failureRatio(limits.ratio())
                .delay(limits.delay().toMillis(), ChronoUnit.MILLIS)
                .onStateChange(this::changed)
                .done()
                .build();
    }

    private void changed(CircuitBreakerState now) {
        state = now;
        if (now == CircuitBreakerState.OPEN) {
            seats.sendAway();
            probe.begin();
        }
    }

    private boolean isAway() {
        return state != CircuitBreakerState.CLOSED;
    }

    /** Through the breaker, which closes with an answer. */
    private Uni<Object> ask(Supplier<? extends Uni<?>> question) {
        return breaker.get(() -> question.get()
                .map(Object.class::cast)
                .memoize()
                .indefinitely()
                .ifNoItem()
                .after(config.connectTimeout())
                .fail());
    }

    /** One operation on its way through its attempts. */
    private final class Course<T> {

        private final Function<Attempt, Uni<T>> work;
        private final Deadline deadline;
        private final Context home;
        private int attempts;
        private Attempt current;

        Course(Function<Attempt, Uni<T>> work, Deadline deadline, Context home) {
            this.work = work;
            this.deadline = deadline;
            this.home = home;
            current = new Attempt(deadline);
        }

        @SuppressWarnings("unchecked") // the breaker hands on what it was given
        Uni<T> attempt() {
            if (isAway() || seats.isFull() || deadline.hasPassed()) {
                // Not the breaker's business: it is asked by the probe, or the database is there, and busy.
                return Uni.createFrom().failure(away.toException());
            }
            Attempt attempt = new Attempt(deadline);
            attempts++;
            current = attempt;
            return breaker.get(() -> seated(attempt).map(Object.class::cast)).map(item -> (T) item);
        }

        boolean mayBeRetried(Throwable thrown) {
            if (attempts >= ATTEMPTS || deadline.hasPassed()) {
                return false;
            }
            RetryReason reason = StoreFailures.retryReason(thrown, current.isCommitting());
            if (reason != null) {
                meters.retried(reason);
            }
            return reason != null;
        }

        private Uni<T> seated(Attempt attempt) {
            long begun = System.nanoTime();
            return seats.take(loop(), deadline)
                    .emitOn(next -> onContext(home, next))
                    .invoke(() -> meters.waited(begun))
                    .chain(seat -> limited(attempt, seat));
        }

        private Uni<T> limited(Attempt attempt, Seats.Seat seat) {
            return Uni.createFrom()
                    .deferred(() -> work.apply(attempt))
                    .eventually(() -> seats.release(seat))
                    // Memoized, as a session that is cancelled half-way would keep its connection.
                    .memoize()
                    .indefinitely()
                    .ifNoItem()
                    .after(deadline.left())
                    .on(loop())
                    .fail();
        }

        private EventLoop loop() {
            return ((ContextInternal) home).nettyEventLoop();
        }
    }
}
