package io.dragoman.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of time calls are counted in.
 *
 * @param onTheClock whether the spans follow each other from 1970 on, so that minutes, quarters and hours are the
 *     clock's; otherwise a bucket's span begins with the first call counted in it
 */
public record Window(Duration length, boolean onTheClock) {

    public Window {
        if (length.isNegative() || length.toMillis() == 0) {
            throw new IllegalArgumentException("a window lasts at least a millisecond");
        }
    }

    /** Spans on the clock. */
    public Window(Duration length) {
        this(length, true);
    }

    /** A span that begins with the first call. */
    public static Window fromFirstCall(Duration length) {
        return new Window(length, false);
    }

    /** Which of the spans a moment is in; those that begin with a call are not told apart. */
    public long index(Instant now) {
        return onTheClock ? Math.floorDiv(now.toEpochMilli(), length.toMillis()) : 0;
    }

    /** When the span ends that a moment is in or, where it begins with a call, that begins with it. */
    public Instant end(Instant now) {
        return onTheClock ? Instant.ofEpochMilli((index(now) + 1) * length.toMillis()) : now.plus(length);
    }
}
