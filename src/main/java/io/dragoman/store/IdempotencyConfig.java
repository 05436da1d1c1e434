package io.dragoman.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is remembered of creating requests that may be sent again. */
@ConfigMapping(prefix = "dragoman.idempotency")
interface IdempotencyConfig {

    /** How long the answer to a request with an {@code Idempotency-Key} is given again. */
    @WithDefault("24h")
    Duration keep();
}
