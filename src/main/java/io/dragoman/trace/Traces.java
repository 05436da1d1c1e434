package io.dragoman.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Begins traces, where they are wanted; what cannot be sent is dropped. */
@Singleton
public class Traces {

    private static final String PATH = "/v1/traces";

    private final @Nullable SdkTracerProvider provider;
    private final @Nullable Tracer tracer;

    Traces(TraceConfig config) {
        provider = config.endpoint()
                .filter(endpoint -> !endpoint.isBlank())
                .map(endpoint -> provider(endpoint, config))
                .orElse(null);
        tracer = provider == null ? null : provider.get("io.dragoman");
    }

    /** The trace of a request, by its headers part of its caller's; null where nothing is traced. */
    public @Nullable Trace begin(UnaryOperator<@Nullable String> headers) {
        if (tracer == null) {
            return null;
        }
        Context callers = W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, Headers.INSTANCE);
        Trace trace = new Trace(
                tracer,
                tracer.spanBuilder("request")
                        .setParent(callers)
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan());
        trace.enter();
        return trace;
    }

    @PreDestroy
    void stop() {
        if (provider != null) {
            provider.shutdown().join(2, TimeUnit.SECONDS);
        }
    }

    private static SdkTracerProvider provider(String endpoint, TraceConfig config) {
        String base = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(base.endsWith(PATH) ? base : base + PATH)
                .build();
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), config.service())))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(config.ratio())))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
    }

    /** Of a caller's headers none but those of W3C's trace context is read. */
    private enum Headers implements TextMapGetter<UnaryOperator<@Nullable String>> {
        INSTANCE;

        @Override
        public Iterable<String> keys(UnaryOperator<@Nullable String> headers) {
            return List.of();
        }

        @Override
        public @Nullable String get(@Nullable UnaryOperator<@Nullable String> headers, String name) {
            return headers == null ? null : headers.apply(name);
        }
    }
}
