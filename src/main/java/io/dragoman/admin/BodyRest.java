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
        HttpServerRequest request = context.request();
        context.addEndHandler(sent -> {
            if (!request.isEnded()) {
                drop(request, vertx);
            }
        });
    }

    private static void drop(HttpServerRequest request, Vertx vertx) {
        request.handler(dropped -> {});
        request.exceptionHandler(gone -> {});
        request.endHandler(end -> request.connection().close());
        request.resume();
        // Of a body that is not asked for more, only now is it known that there was no more.
        if (!request.isEnded()) {
            long cut = vertx.setTimer(
                    PATIENCE.toMillis(), passed -> request.connection().close());
            request.connection().closeHandler(closed -> vertx.cancelTimer(cut));
        }
    }
}
