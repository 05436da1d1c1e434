package io.dragoman.store;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDs of version 7, each above all before it in this process (RFC 9562, 6.2), so that keys are added at an index's
 * end.
 */
final class Uuids {

    private static final int COUNT_BITS = 12;
    private static final long COUNT = (1L << COUNT_BITS) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** Milliseconds, and the count within one, which goes on into the next where it is full. */
    private static final AtomicLong LAST = new AtomicLong();

    private Uuids() {}

    static UUID next(Clock clock) {
        long now = clock.millis() << COUNT_BITS;
        long time = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long random = ThreadLocalRandom.current().nextLong() >>> 2;
        return new UUID(((time & ~COUNT) << 4) | VERSION | (time & COUNT), VARIANT | random);
    }
}
