package io.dragoman.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Asks a database that is left alone whether it is back, so that no caller's operation has to find out: a write that is
 * tried out keeps everybody else waiting for all of its statements.
 */
final class StoreProbe {

    private final Vertx vertx;
    private final Context context;
    private final long pause;
    private final Supplier<? extends Uni<?>> question;
    private final BooleanSupplier away;
    private final AtomicBoolean asking = new AtomicBoolean();

    /**
     * A probe that asks nothing yet.
     *
     * @param pause before each question
     * @param question fails as long as the database is away
     * @param away whether it still is left alone
     */
    StoreProbe(Vertx vertx, Duration pause, Supplier<? extends Uni<?>> question, BooleanSupplier away) {
        this.vertx = vertx;
        this.question = question;
        this.away = away;
        // Timers count from the start of their millisecond.
        this.pause = pause.toMillis() + 1;
        context = vertx.getOrCreateContext();
    }

    /** Asks until there is an answer. */
    void begin() {
        if (asking.compareAndSet(false, true)) {
            askLater();
        }
    }

    private void askLater() {
        context.runOnContext(now -> vertx.setTimer(pause, due -> ask()));
    }

    /** That there was no answer is no news: those who come are told so. */
    private void ask() {
        question.get().subscribe().with(answer -> end(), noAnswer -> askLater());
    }

    /** It may have gone away again before this is noted. */
    private void end() {
        asking.set(false);
        if (away.getAsBoolean()) {
            begin();
        }
    }
}
