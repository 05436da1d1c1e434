package io.dragoman.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.vertx.core.Context;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Makes spans of what a request asks of a database: what kind of statement it is, and its text unless a value stands in it. */
final class Statements implements VertxTracer<Span, Span> {

    private static final String QUERY = "Query";

    /** What Vert.x's clients call a statement's text. */
    private static final String STATEMENT = "db.statement";

    @Override
    public <R> @Nullable Span sendRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            BiConsumer<String, String> headers,
            TagExtractor<R> tags) {
        Trace trace = Trace.of(context);
        if (trace == null || policy == TracingPolicy.IGNORE) {
            return null;
        }
        String text = operation.equals(QUERY) ? statement(request, tags) : "";
        Span span = trace.below(text.isEmpty() ? operation : firstWord(text));
        if (!text.isEmpty() && text.indexOf('\'') < 0) {
            span.setAttribute("db.query.text", text);
        }
        return span;
    }

    @Override
    public <R> void receiveResponse(
            Context context, R response, @Nullable Span span, @Nullable Throwable failure, TagExtractor<R> tags) {
        if (span == null) {
            return;
        }
        if (failure != null) {
            // The message of a driver's failure may hold values.
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", failure.getClass().getName());
        }
        span.end();
    }

    private static <R> String statement(R request, TagExtractor<R> tags) {
        Map<String, String> all = tags.extract(request);
        return all.getOrDefault(STATEMENT, "").strip();
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end == 0 ? QUERY : text.substring(0, end).toUpperCase(Locale.ROOT);
    }
}
