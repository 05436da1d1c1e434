package io.dragoman.edge;

import io.netty.buffer.Unpooled;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** Sends answers below JAX-RS. */
final class Answering {

    /** What a peer still sends is read for this long, as a connection closed on unread bytes takes the answer with it. */
    private static final Duration LINGER = Duration.ofMillis(250);

    private Answering() {}

    /** Sends an answer; one to HEAD goes without its body. */
    static void send(HttpServerRequest request, Answer answer) {
        if (begin(request, answer)) {
            request.response().end(body(request, answer));
        }
    }

    /** Sends an answer to a request whose body is not wanted: what still comes of it is dropped for a time. */
    static void sendAndDrain(HttpServerRequest request, Answer answer, Vertx vertx, Duration drain) {
        request.handler(dropped -> {});
        request.exceptionHandler(gone -> {});
        request.endHandler(end -> request.connection().close());
        send(request, answer.with("Connection", "close"));
        closeAfter(drain, request, vertx);
        request.resume();
    }

    /**
     * Sends the last answer of a connection, as it cannot be told where the next request begins. The answer is never
     * ended, so that nothing that follows is taken for a request.
     */
    static void sendLast(HttpServerRequest request, Answer answer, Vertx vertx) {
        if (begin(request, answer.with("Connection", "close"))) {
            request.response().putHeader("Content-Length", Integer.toString(answer.body().length));
            request.response().write(body(request, answer));
            closeAfter(LINGER, request, vertx);
        }
    }

    private static boolean begin(HttpServerRequest request, Answer answer) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return false;
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response.headers()::set);
        if (answer.body().length > 0) {
            response.putHeader("Content-Type", answer.contentType());
        }
        return true;
    }

    /** The answer's own bytes, not copied: nobody changes them. */
    private static Buffer body(HttpServerRequest request, Answer answer) {
        return request.method().name().equals("HEAD")
                ? Buffer.buffer()
                : BufferImpl.buffer(Unpooled.wrappedBuffer(answer.body()));
    }

    private static void closeAfter(Duration time, HttpServerRequest request, Vertx vertx) {
        long cut =
                vertx.setTimer(time.toMillis(), timeout -> request.connection().close());
        request.connection().closeHandler(closed -> vertx.cancelTimer(cut));
    }
}
