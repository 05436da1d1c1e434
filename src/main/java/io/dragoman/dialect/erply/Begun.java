package io.dragoman.dialect.erply;

import java.math.BigDecimal;
import java.time.Instant;

/** When the answering of a request began, by the clock and by the timer that tells how long it took. */
record Begun(Instant at, long nanos) {

    long unixTime() {
        return at.getEpochSecond();
    }

    /** The seconds since, as a decimal fraction. */
    BigDecimal generationTime() {
        return BigDecimal.valueOf(Math.max(1, System.nanoTime() - nanos), 9);
    }
}
