package io.dragoman.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How people are searched. */
@ConfigMapping(prefix = "dragoman.search")
interface SearchConfig {

    /** How often the database is asked which parts of texts are common. */
    @WithDefault("10m")
    Duration sampleEvery();
}
