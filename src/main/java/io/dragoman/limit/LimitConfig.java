package io.dragoman.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of the limiter itself; the quotas are the dialects'. */
@ConfigMapping(prefix = "dragoman.limit")
interface LimitConfig {

    /** Buckets counted at once; past it the least used are forgotten. */
    @WithDefault("100000")
    long maxCounters();
}
