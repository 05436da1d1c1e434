package io.dragoman.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** The span of one request, whose statements become spans below it. */
public final class Trace {

    private static final String KEY = Trace.class.getName();

    private final Tracer tracer;
    private final Span span;

    Trace(Tracer tracer, Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    /** Lets the work of the current Vert.x context belong to this request. */
    void enter() {
        io.vertx.core.@Nullable Context context = Vertx.currentContext();
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            context.putLocal(KEY, this);
        }
    }

    /** The trace that the work of a context belongs to, null where it belongs to none, as that of no request does. */
    static @Nullable Trace of(io.vertx.core.Context context) {
        return VertxContext.isDuplicatedContext(context) ? context.getLocal(KEY) : null;
    }

    /** The id by which all spans of the request are found. */
    public String id() {
        return span.getSpanContext().getTraceId();
    }

    /** The id of the request's own span. */
    String span() {
        return span.getSpanContext().getSpanId();
    }

    /** Whether it is among those that are sent. */
    boolean isSampled() {
        return span.getSpanContext().isSampled();
    }

    /** Adds what is known of the request; the value must be harmless. */
    public Trace with(String attribute, String value) {
        span.setAttribute(attribute, value);
        return this;
    }

    /** Ends the request's span under the name it turned out to deserve. */
    public void end(String name, int status, boolean grave) {
        span.updateName(name);
        span.setAttribute("http.response.status_code", (long) status);
        if (grave) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    /** A span of something that the request waits for. */
    Span below(String name) {
        return tracer.spanBuilder(name)
                .setParent(Context.root().with(span))
                .setSpanKind(io.opentelemetry.api.trace.SpanKind.CLIENT)
                .startSpan();
    }
}
