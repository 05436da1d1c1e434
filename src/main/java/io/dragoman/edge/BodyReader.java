package io.dragoman.edge;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads bodies into memory, up to the limit. */
@ApplicationScoped
class BodyReader {

    private final HttpConfig config;

    BodyReader(HttpConfig config) {
        this.config = config;
    }

    /** The whole body. Fails with BODY_TOO_LARGE as soon as that is known, and MALFORMED where it breaks off. */
    Uni<byte[]> read(HttpServerRequest request) {
        if (declared(request) > limit()) {
            return Uni.createFrom().failure(tooLarge());
        }
        return Uni.createFrom().emitter(emitter -> read(request, emitter));
    }

    /** Whether a request may carry a body. */
    boolean mayHaveBody(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                || request.headers().contains("Transfer-Encoding")
                || declared(request) > 0;
    }

    private void read(HttpServerRequest request, UniEmitter<? super byte[]> emitter) {
        Buffer body = Buffer.buffer();
        request.exceptionHandler(
                broken -> emitter.fail(Failure.of(Kind.MALFORMED, "body").toException(broken)));
        request.endHandler(end -> emitter.complete(body.getBytes()));
        request.handler(part -> {
            if (body.length() + part.length() <= limit()) {
                body.appendBuffer(part);
            } else {
                emitter.fail(tooLarge());
            }
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
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
}
