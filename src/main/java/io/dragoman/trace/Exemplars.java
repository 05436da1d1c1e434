package io.dragoman.trace;

import io.prometheus.client.exemplars.DefaultExemplarSampler;
import io.prometheus.client.exemplars.ExemplarSampler;
import io.prometheus.client.exemplars.tracer.common.SpanContextSupplier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives histograms now and then the ids of a traced request whose time they take. */
@ApplicationScoped
public class Exemplars {

    private static final ThreadLocal<@Nullable Trace> MEASURED = new ThreadLocal<>();

    /** Lets what is measured meanwhile be an example of a trace. */
    public static void of(Trace trace, Runnable measurement) {
        MEASURED.set(trace);
        try {
            measurement.run();
        } finally {
            MEASURED.remove();
        }
    }

    /** In the place of Quarkus's, which knows its own traces alone. */
    @Produces
    @Alternative
    @Priority(1)
    Optional<ExemplarSampler> sampler() {
        return Optional.of(new DefaultExemplarSampler(new Measured()));
    }

    /** The trace, as the metrics' library asks for it. */
    private static final class Measured implements SpanContextSupplier {

        @Override
        public @Nullable String getTraceId() {
            Trace trace = MEASURED.get();
            return trace == null ? null : trace.id();
        }

        @Override
        public @Nullable String getSpanId() {
            Trace trace = MEASURED.get();
            return trace == null ? null : trace.span();
        }

        @Override
        public boolean isSampled() {
            Trace trace = MEASURED.get();
            return trace != null && trace.isSampled();
        }
    }
}
