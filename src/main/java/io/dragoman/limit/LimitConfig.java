package io.dragoman.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the limiter itself; the quotas are the dialects'. */
@ConfigMapping(prefix = "dragoman.limit")
interface LimitConfig {

    /** Buckets counted at once in this process; past it the least used are forgotten. */
    @WithDefault("100000")
    long maxCounters();

    /** How replicas count together; where the server is, {@code quarkus.redis.hosts} says. */
    Redis redis();

    /** Counting in Redis. */
    interface Redis {

        /** What the names of all keys begin with; an installation's own where several share a server. */
        @WithDefault("dragoman:")
        String prefix();

        /** How long a call waits for Redis before this replica counts alone; longer than Redis ever pauses in good health. */
        @WithDefault("250ms")
        Duration timeout();

        /** How often a replica shows itself and, while Redis is away, looks whether it is back. */
        @WithDefault("500ms")
        Duration heartbeat();

        /** Replicas there are taken to be until Redis has told. */
        @WithDefault("1")
        int replicas();
    }
}
