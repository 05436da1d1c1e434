package io.dragoman.embedded.demo;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Keys of rows by the names the files use: UUIDs of version 7, as if each row had been made when it says. */
final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Map<String, UUID> byName = new HashMap<>();

    static UUID madeAt(Instant moment) {
        long high = moment.toEpochMilli() << 16 | VERSION_7 | (RANDOM.nextLong() & 0x0FFFL);
        long low = VARIANT | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }

    UUID make(String name, Instant moment) {
        UUID id = madeAt(moment);
        byName.put(name, id);
        return id;
    }

    UUID of(String name) {
        UUID id = byName.get(name);
        if (id == null) {
            throw new IllegalStateException("The demo data name " + name + ", which is not in them");
        }
        return id;
    }
}
