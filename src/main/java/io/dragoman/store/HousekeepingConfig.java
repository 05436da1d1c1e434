package io.dragoman.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what is too old is removed. */
@ConfigMapping(prefix = "dragoman.housekeeping")
interface HousekeepingConfig {

    /** How often is looked for what is too old; by one replica at a time. */
    @WithDefault("10m")
    Duration every();

    /** How many rows are removed by one statement. */
    @WithDefault("1000")
    int batch();
}
