package io.dragoman.limit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** Brings answers back to where they were asked for, as what a request holds may live on its own context alone. */
final class Callers {

    private Callers() {}

    /** The same answer, on the context of whoever subscribes. */
    static <T> Uni<T> goOn(Uni<T> answer) {
        return Uni.createFrom().deferred(() -> goOn(answer, Vertx.currentContext()));
    }

    private static <T> Uni<T> goOn(Uni<T> answer, @Nullable Context caller) {
        return caller == null ? answer : answer.emitOn(next -> caller.runOnContext(ignored -> next.run()));
    }
}
