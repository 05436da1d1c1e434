package io.dragoman.store;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long, and how often in vain, the database is asked. */
@ConfigMapping(prefix = "dragoman.store")
interface StoreConfig {

    /** How long a request may wait for the database, over all its operations, waiting for a connection included. */
    Duration timeout();

    /** How long the server may take to let a caller in. */
    Duration connectTimeout();

    /** How many operations may be under way: one a connection. */
    int connections();

    /** How many operations may wait for a connection. */
    int queue();

    Breaker breaker();

    /** What the server is told of a time limit, in milliseconds: less, so that it gives up first. */
    default long serverTimeout(Duration limit) {
        return Math.max(1, limit.toMillis() * 9 / 10);
    }

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
