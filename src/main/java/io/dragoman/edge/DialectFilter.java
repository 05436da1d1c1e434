package io.dragoman.edge;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The first to see a request: finds its dialect, admits the caller and reads the body.
 *
 * <p>It stands on the router rather than in JAX-RS so that what goes wrong below JAX-RS already has a dialect, and so
 * that no body is read for a caller who is refused.
 */
@Singleton
class DialectFilter {

    /** Before Quarkus's own routes, which refuse bodies that are too large without a word. */
    private static final int FIRST = 1_000;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Dialects dialects;
    private final Admission admission;
    private final BodyReader bodies;
    private final KeptAnswers kept;
    private final RequestsUnderWay underWay;
    private final Visits visits;
    private final HttpConfig config;

    DialectFilter(
            Dialects dialects,
            Admission admission,
            BodyReader bodies,
            KeptAnswers kept,
            RequestsUnderWay underWay,
            Visits visits,
            HttpConfig config) {
        this.dialects = dialects;
        this.admission = admission;
        this.bodies = bodies;
        this.kept = kept;
        this.underWay = underWay;
        this.visits = visits;
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, FIRST);
    }

    private void filter(RoutingContext context) {
        AgeHeader.on(context);
        HttpServerRequest request = context.request();
        Visit visit = visits.begin(context);
        RequestHead head = Heads.of(request, config.maxParameters());
        Dialect dialect = dialects.claimant(head);
        Kind excess = excess(request);
        if (dialect == null) {
            Kind kind = excess == null ? Kind.NO_SUCH_PATH : excess;
            visit.refused(kind);
            send(context, Unclaimed.render(Failure.of(kind)));
            return;
        }
        visits.claimed(visit, dialect);
        Exchange exchange = Exchange.begin(context, head, dialect, visit);
        if (excess != null) {
            send(context, exchange.render(Failure.of(excess)));
        } else if (!underWay.admit(context)) {
            send(context, exchange.render(Failure.retryable(Kind.UNAVAILABLE, "too many requests", SOON)));
        } else {
            take(exchange, context);
        }
    }

    private void take(Exchange exchange, RoutingContext context) {
        context.request().pause();
        letIn(exchange, context.request())
                .subscribe()
                .with(
                        done -> orFail(context, () -> goOn(exchange, context, null)),
                        failure ->
                                orFail(context, () -> goOn(exchange, context, exchange.render(Failures.of(failure)))));
    }

    /** Whatever a step throws that nobody waits for would be lost, and the caller left without an answer. */
    private static void orFail(RoutingContext context, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            context.fail(e);
        }
    }

    private Uni<Void> letIn(Exchange exchange, HttpServerRequest request) {
        try {
            boolean reads = bodies.mayHaveBody(request) && !exchange.dialect().streams(exchange.head());
            Uni<Void> admitted = admit(exchange);
            return reads ? admitted.chain(() -> receive(exchange, request)) : admitted;
        } catch (RuntimeException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private Uni<Void> admit(Exchange exchange) {
        Dialect dialect = exchange.dialect();
        return dialect.admittedByHead() && !dialect.isOpen(exchange.head())
                ? admission.admit(exchange)
                : dialect.examine(exchange.head());
    }

    private Uni<Void> receive(Exchange exchange, HttpServerRequest request) {
        return bodies.read(request, exchange).invoke(exchange::received).replaceWithVoid();
    }

    private @Nullable Kind excess(HttpServerRequest request) {
        if (request.uri().length() > config.maxTarget()) {
            return Kind.TARGET_TOO_LONG;
        }
        return Heads.headerSize(request) > config.maxHeaders() ? Kind.HEADERS_TOO_LARGE : null;
    }

    private void goOn(Exchange exchange, RoutingContext context, @Nullable Answer refusal) {
        Answer answer = refusal == null && !bodies.mayHaveBody(context.request()) ? kept.find(exchange) : refusal;
        if (answer == null) {
            context.next();
        } else {
            send(context, answer);
        }
    }

    /** Answers, and where the body was not read reads and drops it for a while, so that the answer is not lost. */
    private void send(RoutingContext context, Answer answer) {
        HttpServerRequest request = context.request();
        if (request.isEnded() || !bodies.mayHaveBody(request)) {
            request.resume();
            Answering.send(request, answer);
            return;
        }
        Answering.sendAndDrain(request, answer, context.vertx(), config.drain());
    }
}
