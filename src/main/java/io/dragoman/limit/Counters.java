package io.dragoman.limit;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Counts calls of buckets in windows. */
interface Counters {

    /** What a bucket has used in the window that ends at {@code end}, and whether the cost was added to it. */
    record Count(boolean added, long used, Instant now, Instant end) {}

    /**
     * Adds a cost where the quota still holds it, wholly or not at all; a cost of 0 only reads, one below 0 is given
     * back, down to an unused bucket.
     */
    Uni<Count> add(Quota quota, int cost);
}
