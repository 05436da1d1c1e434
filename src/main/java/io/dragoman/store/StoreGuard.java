package io.dragoman.store;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/** Stands before every operation on the database: a time limit, a circuit breaker, and the border of failures. */
@ApplicationScoped
class StoreGuard {

    private final Vertx vertx;
    private final Duration timeout;
    private final Duration pause;
    private final TypedGuard<Uni<Object>> breaker;

    StoreGuard(Vertx vertx, StoreConfig config) {
        this.vertx = vertx;
        timeout = config.timeout();
        pause = config.breaker().delay();
        breaker = breaker(config.breaker());
    }

    /** Runs what only reads. */
    <T> Uni<T> read(Supplier<Uni<T>> operation) {
        return guarded(Uni.createFrom().deferred(operation::get));
    }

    /** Runs a transaction, a second time where the first one lost a race. */
    <T> Uni<T> write(Supplier<Uni<T>> transaction) {
        return guarded(Uni.createFrom()
                .deferred(transaction::get)
                .onFailure(StoreFailures::isPassing)
                .retry()
                .atMost(1));
    }

    private <T> Uni<T> guarded(Uni<T> operation) {
        return Uni.createFrom().deferred(() -> guarded(operation, Vertx.currentContext()));
    }

    @SuppressWarnings("unchecked") // the breaker hands on what it was given
    private <T> Uni<T> guarded(Uni<T> operation, @Nullable Context caller) {
        return Uni.createFrom()
                .<Object>deferred(() -> breaker.get(() -> limited(operation).map(Object.class::cast)))
                .map(item -> (T) item)
                .onFailure(CircuitBreakerOpenException.class)
                .transform(open -> Failure.retryable(Kind.UNAVAILABLE, "the directory", pause)
                        .toException())
                .runSubscriptionOn(this::onEventLoop)
                .emitOn(answer -> onContext(caller, answer));
    }

    /** A time limit runs out on a thread that is nobody's; a request goes on where it came from. */
    private static void onContext(@Nullable Context caller, Runnable answer) {
        if (caller == null || Vertx.currentContext() == caller) {
            answer.run();
        } else {
            caller.runOnContext(ignored -> answer.run());
        }
    }

    private <T> Uni<T> limited(Uni<T> operation) {
        return operation
                // Memoized, as a session that is cancelled half-way would keep its connection.
                .memoize()
                .indefinitely()
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .transform(StoreFailures::translate);
    }

    /** Sessions live on an event loop; whoever comes from another thread is given one. */
    private void onEventLoop(Runnable work) {
        if (Context.isOnEventLoopThread()) {
            work.run();
        } else {
            VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()).runOnContext(ignored -> work.run());
        }
    }

    private static TypedGuard<Uni<Object>> breaker(StoreConfig.Breaker config) {
        return TypedGuard.create(new TypeLiteral<Uni<Object>>() {})
                .withDescription("store")
                .withCircuitBreaker()
                .when(StoreFailures::isUnavailable)
                .requestVolumeThreshold(config.requests())
                .failureRatio(config.ratio())
                .delay(config.delay().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }
}
