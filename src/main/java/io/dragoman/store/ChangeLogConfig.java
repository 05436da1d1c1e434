package io.dragoman.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The record of all changes. */
@ConfigMapping(prefix = "dragoman.change-log")
interface ChangeLogConfig {

    /** How long it is known who changed what. */
    @WithDefault("400d")
    Duration keep();
}
