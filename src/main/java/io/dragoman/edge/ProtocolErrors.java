package io.dragoman.edge;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Answers what fails below JAX-RS, in the words of the dialect that the path or host shows. */
@ApplicationScoped
class ProtocolErrors {

    /** What the router itself answers with where no route has failed: none matches, or the path cannot be decoded. */
    private static final int[] ROUTERS_OWN = {400, 404, 405, 406, 415, 500};

    private final Dialects dialects;
    private final Visits visits;
    private final HttpConfig config;
    private final Vertx vertx;

    ProtocolErrors(Dialects dialects, Visits visits, HttpConfig config, Vertx vertx) {
        this.dialects = dialects;
        this.visits = visits;
        this.config = config;
        this.vertx = vertx;
    }

    /** First of all failure handlers, as Quarkus's own answers in words of its own; and where no route answers at all. */
    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
        for (int status : ROUTERS_OWN) {
            router.errorHandler(status, this::answer);
        }
    }

    private void answer(RoutingContext context) {
        Failure failure = failure(context);
        Exchange exchange = Exchange.find(context);
        Visit begun = Visit.find(context);
        Visit visit = begun == null ? visits.begin(context) : begun;
        Answer answer = exchange == null ? render(failure, visit) : exchange.render(failure);
        if (failure.kind() == Kind.MALFORMED) {
            Answering.sendLast(context.request(), answer, vertx);
            visits.end(visit, true);
        } else {
            Answering.send(context.request(), answer);
        }
    }

    /** Answers a request that could not be read as HTTP; the connection ends with it. */
    void answerMalformed(HttpServerRequest request) {
        Visit visit = visits.begin(request);
        Failure failure = Failure.of(kind(request.decoderResult().cause()));
        Answering.sendLast(request, render(failure, visit), vertx);
        visits.end(visit, true);
    }

    private Answer render(Failure failure, Visit visit) {
        RequestHead head = Heads.of(visit.request(), config.maxParameters());
        Dialect dialect = dialects.claimant(head);
        if (dialect != null) {
            visits.claimed(visit, dialect);
        }
        visit.refused(failure.kind());
        return dialect == null ? Unclaimed.render(failure) : dialect.render(failure, head);
    }

    private static Failure failure(RoutingContext context) {
        int status = context.statusCode();
        if (status >= 400 && status < 500) {
            return Failure.of(Failures.ofStatus(status));
        }
        return context.failure() == null ? Failure.of(Kind.NO_SUCH_PATH) : Failures.of(context.failure());
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
