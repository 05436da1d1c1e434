package io.dragoman.limit;

import java.time.Duration;
import java.time.Instant;

/** Spans of one length that follow each other from 1970 on, so that minutes, quarters and hours are the clock's. */
public record Window(Duration length) {

    public Window {
        if (length.isNegative() || length.toMillis() == 0) {
            throw new IllegalArgumentException("a window lasts at least a millisecond");
        }
    }

    /** Which of the windows a moment is in. */
    public long index(Instant now) {
        return Math.floorDiv(now.toEpochMilli(), length.toMillis());
    }

    /** When the window that a moment is in ends. */
    public Instant end(Instant now) {
        return Instant.ofEpochMilli((index(now) + 1) * length.toMillis());
    }
}
