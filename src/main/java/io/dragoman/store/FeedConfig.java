package io.dragoman.store;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** How changes made elsewhere are listened to. */
@ConfigMapping(prefix = "dragoman.feed")
interface FeedConfig {

    /**
     * Where to listen, {@code postgresql://host:port/database}; by default where the directory is. Needed where that is a
     * pooler, through which nothing is heard.
     */
    Optional<String> url();

    /** How often a sign of life is sent. */
    Duration heartbeat();

    /** How long after the last sign of life nothing is taken to be heard any more; several heartbeats. */
    Duration deafAfter();

    /** How long a connection may take to be made. */
    Duration connectTimeout();

    /** The longest pause between attempts to listen again; the first is a tenth of it. */
    Duration maxPause();
}
