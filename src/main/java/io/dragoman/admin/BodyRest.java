package io.dragoman.admin;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** What a sender still sends when his answer is complete: read and dropped for a while, so that the answer is not lost. */
final class BodyRest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private BodyRest() {}

    /** Drops what is left of a body when the answer ends, and the connection with it. */
    static void dropAtEnd(RoutingContext context, Vertx vertx) {
        context.addEndHandler(sent -> drop(context.request(), vertx));
    }

    private static void drop(HttpServerRequest request, Vertx vertx) {
        if (request.isEnded()) {
            return;
        }
        request.handler(dropped -> {});
        request.exceptionHandler(gone -> {});
        request.endHandler(end -> request.connection().close());
        request.resume();
        // One that was read to its end counts as ended only when more of it is asked for.
        if (!request.isEnded()) {
            long cut = vertx.setTimer(
                    PATIENCE.toMillis(), passed -> request.connection().close());
            request.connection().closeHandler(closed -> vertx.cancelTimer(cut));
        }
    }
}
