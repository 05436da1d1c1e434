package io.dragoman.store;

import java.time.Duration;

/**
 * When somebody stops waiting.
 *
 * @param at by {@link System#nanoTime}
 */
record Deadline(long at) {

    /** The end of a time limit of which a part is over. */
    static Deadline within(Duration limit, Duration over) {
        return new Deadline(System.nanoTime() + limit.minus(over).toNanos());
    }

    /** What is left, at least a millisecond: a timer of less is none. */
    Duration left() {
        return Duration.ofMillis(Math.max(1, (at - System.nanoTime()) / 1_000_000));
    }

    boolean hasPassed() {
        return at - System.nanoTime() <= 0;
    }
}
