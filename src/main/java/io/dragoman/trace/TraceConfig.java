package io.dragoman.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where traces go. */
@ConfigMapping(prefix = "dragoman.traces")
interface TraceConfig {

    /** Where OpenTelemetry's collector takes OTLP over HTTP, as in http://collector:4318; without one nothing is traced. */
    Optional<String> endpoint();

    /** The share of requests that are traced, 0 to 1; of those a caller already traces his own decision holds. */
    @WithDefault("1.0")
    double ratio();

    /** What the service is called. */
    @WithDefault("dragoman")
    String service();
}
