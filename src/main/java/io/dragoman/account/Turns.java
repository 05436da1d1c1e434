package io.dragoman.account;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets work on one key be done one after the other, in the order asked; bounded in how many wait. */
final class Turns {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int most;
    private final AtomicInteger inLine = new AtomicInteger();
    private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

    Turns(int most) {
        this.most = most;
    }

    /** Does work when all earlier work on the key has ended. Fails with UNAVAILABLE where too many already wait. */
    <T> Uni<T> inTurn(String key, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (inLine.incrementAndGet() > most) {
                inLine.decrementAndGet();
                return Uni.createFrom().failure(tooMany());
            }
            CompletableFuture<Void> mine = new CompletableFuture<>();
            CompletableFuture<Void> before = last.put(key, mine);
            return after(before).chain(() -> work.get()).onTermination().invoke(() -> leave(key, before, mine));
        });
    }

    /** Waits for earlier work, and goes on where the caller is: who ends a turn must not do the next one's work. */
    private static Uni<Void> after(@Nullable CompletableFuture<Void> before) {
        if (before == null) {
            return Uni.createFrom().voidItem();
        }
        Context caller = Vertx.currentContext();
        Uni<Void> done = Uni.createFrom().emitter(emitter -> {
            CompletableFuture<Void> unused = before.whenComplete((end, never) -> emitter.complete(null));
        });
        return caller == null ? done : done.emitOn(next -> caller.runOnContext(ignored -> next.run()));
    }

    /** Who gives up while he still waits leaves only when his turn would have come. */
    private void leave(String key, @Nullable CompletableFuture<Void> before, CompletableFuture<Void> mine) {
        if (before == null) {
            end(key, mine);
        } else {
            CompletableFuture<Void> unused = before.whenComplete((end, never) -> end(key, mine));
        }
    }

    private void end(String key, CompletableFuture<Void> mine) {
        inLine.decrementAndGet();
        last.remove(key, mine);
        mine.complete(null);
    }

    private static RuntimeException tooMany() {
        return Failure.retryable(Kind.UNAVAILABLE, "too many attempts wait", RETRY_AFTER)
                .toException();
    }
}
