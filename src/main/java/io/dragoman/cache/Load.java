package io.dragoman.cache;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A value being read, for all who ask for it meanwhile; it is read to the end, whoever goes away. */
final class Load<V> {

    private final long moment;
    private final long begun;
    private final CompletableFuture<Entry<V>> outcome = new CompletableFuture<>();

    /**
     * @param moment of {@link Epochs}, not after the reading begins
     * @param begun when that is by {@link System#nanoTime}
     */
    Load(long moment, long begun) {
        this.moment = moment;
        this.begun = begun;
    }

    Entry<V> entry(V value, Dependence dependence, int weight) {
        return new Entry<>(value, moment, begun, dependence, weight);
    }

    /** How long it has been under way. */
    long age(long now) {
        return now - begun;
    }

    void succeed(Entry<V> entry) {
        outcome.complete(entry);
    }

    void fail(Throwable failure) {
        outcome.completeExceptionally(failure);
    }

    /** What was read; each caller goes on in the context he came from, never in that of him who reads. */
    Uni<Entry<V>> outcome(@Nullable Context caller) {
        return Uni.createFrom()
                .<Entry<V>>emitter(emitter -> {
                    CompletableFuture<Entry<V>> unused = outcome.whenComplete((entry, failure) -> {
                        if (failure == null) {
                            emitter.complete(entry);
                        } else {
                            emitter.fail(failure);
                        }
                    });
                })
                .emitOn(answer -> onContext(caller, answer));
    }

    static void onContext(@Nullable Context caller, Runnable answer) {
        if (caller == null || Vertx.currentContext() == caller) {
            answer.run();
        } else {
            caller.runOnContext(ignored -> answer.run());
        }
    }
}
