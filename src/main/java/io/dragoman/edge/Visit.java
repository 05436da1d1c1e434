package io.dragoman.edge;

import io.dragoman.failure.Kind;
import io.dragoman.observe.DialectMetrics;
import io.dragoman.observe.Outcome;
import io.dragoman.observe.Unknown;
import io.dragoman.trace.Trace;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is watched, claimed or not, from its head to the end of its answer.
 *
 * <p>Used by one request's handlers, one after the other.
 */
final class Visit {

    private static final String KEY = Visit.class.getName();

    private final HttpServerRequest request;
    private final String id;
    private final long began = System.nanoTime();
    private String dialect;
    private DialectMetrics metrics;
    private String operation = DialectMetrics.OTHER;
    private @Nullable String account;
    private @Nullable Outcome outcome;
    private @Nullable Trace trace;
    private boolean ended;

    Visit(HttpServerRequest request, String id, String dialect, DialectMetrics metrics) {
        this.request = request;
        this.id = id;
        this.dialect = dialect;
        this.metrics = metrics;
    }

    /** The visit of a request, null for one that no filter has seen. */
    static @Nullable Visit find(RoutingContext context) {
        return context.get(KEY);
    }

    void keep(RoutingContext context) {
        context.put(KEY, this);
    }

    void claimed(String claimant, DialectMetrics claimants) {
        dialect = claimant;
        metrics = claimants;
    }

    /** What is done, by a name of a closed set. */
    void operation(String name) {
        operation = name;
    }

    /** Whose directory is asked, as the operator calls it. */
    void account(String name) {
        account = name;
    }

    /** The failure that answers the request. */
    void failed(Kind kind) {
        outcome = Outcome.of(kind).or(outcome == null ? Outcome.SUCCESS : outcome);
        metrics.failed(kind);
    }

    /** The same, for one that its dialect renders: the path is what was asked for. */
    void refused(Kind kind) {
        failed(kind);
        unknown(Unknown.PATH, kind == Kind.NO_SUCH_PATH ? 1 : 0);
    }

    /** A failure that answers a part of the request; that of a caller leaves the whole a success. */
    void failedInPart(Kind kind) {
        Outcome part = Outcome.of(kind);
        if (part.isGrave()) {
            outcome = part.or(outcome == null ? Outcome.SUCCESS : outcome);
        }
        metrics.failed(kind);
    }

    void unknown(Unknown what, int times) {
        if (times > 0) {
            metrics.unknown(what, times);
        }
    }

    /** A decision of the limiter. */
    void decided(boolean granted) {
        metrics.decided(granted);
    }

    void traced(@Nullable Trace begun) {
        trace = begun;
    }

    @Nullable
    Trace trace() {
        return trace;
    }

    /** Whether this is the first to end the visit. */
    boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    HttpServerRequest request() {
        return request;
    }

    String id() {
        return id;
    }

    String dialect() {
        return dialect;
    }

    DialectMetrics metrics() {
        return metrics;
    }

    String operation() {
        return operation;
    }

    @Nullable
    String account() {
        return account;
    }

    /** The outcome, for an answer with a status. */
    Outcome outcome(int status) {
        return outcome == null ? Outcome.ofStatus(status) : outcome;
    }

    long nanos() {
        return System.nanoTime() - began;
    }
}
