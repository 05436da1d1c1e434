package io.dragoman.store;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes UUIDs of version 7: in the order of time, to the millisecond, so that keys are added at an index's end. */
final class Uuids {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Uuids() {}

    static UUID next(Clock clock) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                (clock.millis() << 16) | VERSION | random.nextLong(0x1000), VARIANT | (random.nextLong() >>> 2));
    }
}
