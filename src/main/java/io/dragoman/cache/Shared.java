package io.dragoman.cache;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What all caches of a process have in common.
 *
 * @param nanos the clock of {@link System#nanoTime}
 * @param timeout for which a request waits for the database at most
 */
record Shared(
        Epochs epochs,
        Memory memory,
        Hearing hearing,
        LongSupplier nanos,
        Duration blindTtl,
        Duration staleIfError,
        Duration staleWait,
        Duration timeout) {

    long now() {
        return nanos.getAsLong();
    }
}
