package io.dragoman.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the facade takes its leave. */
@ConfigMapping(prefix = "dragoman.shutdown")
interface ShutdownConfig {

    /** How long it serves on after it has said that it is not ready, so that balancers notice. */
    @WithDefault("3s")
    Duration delay();

    /** How long requests under way then still have. */
    @WithDefault("10s")
    Duration timeout();
}
