package io.dragoman.edge;

import io.dragoman.observe.Access;
import io.dragoman.observe.AccessLog;
import io.dragoman.observe.Outcome;
import io.dragoman.observe.RequestIds;
import io.dragoman.observe.RequestMetrics;
import io.dragoman.trace.Exemplars;
import io.dragoman.trace.Trace;
import io.dragoman.trace.Traces;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Watches requests: gives each its id, and tells metrics and the access log how it ended. */
@Singleton
class Visits {

    /** What the log says of a caller who went away before the answer; no answer has this status. */
    private static final int GONE = 499;

    private final RequestMetrics metrics;
    private final AccessLog log;
    private final Traces traces;
    private final Dialects dialects;

    Visits(RequestMetrics metrics, AccessLog log, Traces traces, Dialects dialects) {
        this.metrics = metrics;
        this.log = log;
        this.traces = traces;
        this.dialects = dialects;
    }

    /** Counters are there before the first event, so that it shows in rates. */
    void prepare(@Observes StartupEvent started) {
        metrics.of(RequestMetrics.NONE);
        dialects.ids().forEach(metrics::of);
    }

    /** Begins the visit of a request on the router; it ends by itself with the answer or the connection. */
    Visit begin(RoutingContext context) {
        Visit visit = begin(context.request());
        visit.keep(context);
        MDC.put(RequestIds.FIELD, visit.id());
        visit.traced(traces.begin(context.request()::getHeader));
        context.addEndHandler(ended -> end(visit, ended.succeeded()));
        return visit;
    }

    /** Begins the visit of a request that reaches no router; whoever answers it ends it. */
    Visit begin(HttpServerRequest request) {
        String id = RequestIds.of(request.getHeader(RequestIds.HEADER));
        if (!request.response().headWritten()) {
            request.response().putHeader(RequestIds.HEADER, id);
        }
        return new Visit(request, id, RequestMetrics.NONE, metrics.of(RequestMetrics.NONE));
    }

    void claimed(Visit visit, Dialect dialect) {
        visit.claimed(dialect.id(), metrics.of(dialect.id()));
    }

    /** Ends a visit, unless it has ended. */
    void end(Visit visit, boolean answered) {
        if (!visit.end()) {
            return;
        }
        HttpServerResponse response = visit.request().response();
        int status = answered || response.headWritten() ? response.getStatusCode() : GONE;
        long nanos = visit.nanos();
        Trace trace = visit.trace();
        if (trace == null) {
            count(visit, status, nanos);
        } else {
            Exemplars.of(trace, () -> count(visit, status, nanos));
            end(trace, visit, status);
        }
        if (log.isOn()) {
            log.write(access(visit, status, nanos));
        }
    }

    private static void count(Visit visit, int status, long nanos) {
        visit.metrics().answered(visit.operation(), visit.outcome(status), nanos);
    }

    private static void end(Trace trace, Visit visit, int status) {
        Outcome outcome = visit.outcome(status);
        trace.with("dragoman.dialect", visit.dialect())
                .with("dragoman.operation", visit.operation())
                .with("dragoman.outcome", outcome.label())
                .with("dragoman.request_id", visit.id())
                .end(visit.dialect() + " " + visit.operation(), status, outcome.isGrave());
    }

    private Access access(Visit visit, int status, long nanos) {
        HttpServerRequest request = visit.request();
        return new Access(
                visit.id(),
                visit.dialect(),
                visit.account(),
                visit.operation(),
                request.method().name(),
                status,
                visit.outcome(status),
                nanos,
                request.bytesRead(),
                request.response().bytesWritten(),
                log.namesAddresses() ? address(request) : null,
                visit.trace() == null ? null : visit.trace().id());
    }

    private static @Nullable String address(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        return remote == null ? null : remote.hostAddress();
    }
}
