package io.dragoman.edge;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Answers what fails below JAX-RS, in the words of the dialect that the path or host shows. */
@ApplicationScoped
class ProtocolErrors {

    private static final int[] STATUSES = {400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 500, 501, 502, 503};

    private final Dialects dialects;
    private final HttpConfig config;

    ProtocolErrors(Dialects dialects, HttpConfig config) {
        this.dialects = dialects;
        this.config = config;
    }

    void register(@Observes Router router) {
        for (int status : STATUSES) {
            router.errorHandler(status, this::answer);
        }
    }

    private void answer(RoutingContext context) {
        Failure failure = context.failure() == null
                ? Failure.of(Failures.ofStatus(context.statusCode() < 0 ? 404 : context.statusCode()))
                : Failures.of(context.failure());
        Exchange exchange = Exchange.find(context);
        Answering.send(
                context.request(),
                exchange == null
                        ? Unclaimed.render(failure)
                        : exchange.dialect().render(failure, exchange.head()));
    }

    /** Answers a request that could not be read as HTTP; the connection ends with it. */
    void answerMalformed(HttpServerRequest request) {
        Failure failure = Failure.of(kind(request.decoderResult().cause()));
        RequestHead head = Heads.of(request, config.maxParameters());
        Dialect dialect = dialects.claimant(head);
        Answering.sendAndClose(request, dialect == null ? Unclaimed.render(failure) : dialect.render(failure, head));
    }

    private static Kind kind(@Nullable Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return Kind.TARGET_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException || cause instanceof TooLongFrameException
                ? Kind.HEADERS_TOO_LARGE
                : Kind.MALFORMED;
    }
}
