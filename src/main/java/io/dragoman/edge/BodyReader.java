package io.dragoman.edge;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;

/** Reads bodies into memory, up to the limits of one and of all together, and for a time. */
@Singleton
class BodyReader {

    private final HttpConfig config;
    private final BodyBudget budget;
    private final Vertx vertx;

    BodyReader(HttpConfig config, BodyBudget budget, Vertx vertx) {
        this.config = config;
        this.budget = budget;
        this.vertx = vertx;
    }

    /**
     * The whole body. Fails with BODY_TOO_LARGE as soon as that is known, UNAVAILABLE where all bodies together are, and
     * MALFORMED where it breaks off or does not end in time.
     */
    Uni<byte[]> read(HttpServerRequest request, Exchange exchange) {
        if (declared(request) > limit()) {
            return Uni.createFrom().failure(tooLarge());
        }
        return Uni.createFrom().emitter(emitter -> new Reading(request, exchange, emitter).start());
    }

    /** Whether a request may carry a body. */
    boolean mayHaveBody(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                || request.headers().contains("Transfer-Encoding")
                || declared(request) > 0;
    }

    private long limit() {
        return config.maxBody().asLongValue();
    }

    private static long declared(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null || !length.chars().allMatch(c -> c >= '0' && c <= '9') || length.length() > 18
                ? 0
                : length.isEmpty() ? 0 : Long.parseLong(length);
    }

    private static RuntimeException tooLarge() {
        return Failure.of(Kind.BODY_TOO_LARGE).toException();
    }

    private static RuntimeException broken(Throwable cause) {
        return Failure.of(Kind.MALFORMED, "body").toException(cause);
    }

    /** One body on its way in; on the event loop of its connection. */
    private final class Reading {

        private final HttpServerRequest request;
        private final UniEmitter<? super byte[]> emitter;
        private final BodyBudget.Share share = budget.share();
        private final long deadline;
        private Buffer body = Buffer.buffer();
        private boolean over;

        Reading(HttpServerRequest request, Exchange exchange, UniEmitter<? super byte[]> emitter) {
            this.request = request;
            this.emitter = emitter;
            exchange.whenAnswered(share::giveBack);
            deadline = vertx.setTimer(config.bodyTimeout().toMillis(), late -> fail(broken(new TimeoutException())));
        }

        void start() {
            request.exceptionHandler(broken -> fail(broken(broken)));
            request.endHandler(end -> complete());
            request.handler(this::receive);
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                request.response().writeContinue();
            }
            request.resume();
        }

        private void receive(Buffer part) {
            if (over) {
                return;
            }
            if (body.length() + part.length() > limit()) {
                fail(tooLarge());
                return;
            }
            try {
                share.take(part.length());
                body.appendBuffer(part);
            } catch (RuntimeException full) {
                fail(full);
            }
        }

        private void complete() {
            if (end()) {
                emitter.complete(body.getBytes());
            }
        }

        private void fail(Throwable failure) {
            if (end()) {
                body = Buffer.buffer();
                share.giveBack();
                emitter.fail(failure);
            }
        }

        private boolean end() {
            boolean first = !over;
            over = true;
            vertx.cancelTimer(deadline);
            return first;
        }
    }
}
