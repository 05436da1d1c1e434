package io.dragoman.store;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long, and how often in vain, the database is asked. */
@ConfigMapping(prefix = "dragoman.store")
interface StoreConfig {

    /** How long an operation may take, waiting for a connection included. */
    Duration timeout();

    /** How many operations may wait for a connection. */
    int queue();

    Breaker breaker();

    /** When the database is no longer asked for a while. */
    interface Breaker {

        /** Over how many operations the ratio is taken. */
        int requests();

        /** The share of operations that did not reach the database at which it is left alone. */
        double ratio();

        /** For how long it is left alone. */
        Duration delay();
    }
}
