package io.dragoman.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Sends answers below JAX-RS. */
final class Answering {

    private Answering() {}

    /** Sends an answer; one to HEAD goes without its body. */
    static void send(HttpServerRequest request, Answer answer) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response.headers()::set);
        if (answer.body().length > 0) {
            response.putHeader("Content-Type", answer.contentType());
        }
        if (request.method().name().equals("HEAD")) {
            response.end();
        } else {
            response.end(Buffer.buffer(answer.body()));
        }
    }

    /** Sends an answer after which the connection is not used again, as it cannot be told where the next request begins. */
    static void sendAndClose(HttpServerRequest request, Answer answer) {
        send(request, answer.with("Connection", "close"));
    }
}
