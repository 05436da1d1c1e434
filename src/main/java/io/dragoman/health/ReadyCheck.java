package io.dragoman.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while callers can be answered, be it from memory; says so where they are served worse than they could be. */
@Readiness
@ApplicationScoped
class ReadyCheck implements AsyncHealthCheck {

    private final DirectoryWatch watch;
    private final MeterRegistry registry;

    ReadyCheck(DirectoryWatch watch, MeterRegistry registry) {
        this.watch = watch;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("dragoman.ready.degraded", watch, asked -> asked.known().isDegraded() ? 1 : 0)
                .register(registry);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return watch.state().map(ReadyCheck::response);
    }

    private static HealthCheckResponse response(DirectoryState state) {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("directory").status(state.isReady()).withData("degraded", state.isDegraded());
        if (state.isDegraded()) {
            response.withData("reason", state.reason());
        }
        if (!state.reachable()) {
            response.withData("awaySeconds", state.away().toSeconds());
        }
        return response.build();
    }
}
