package io.dragoman.limit;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Counts calls of buckets in windows. */
interface Counters {

    /** What a bucket has used, and whether the cost was added to it. */
    record Count(boolean added, long used, Instant now) {}

    /** Adds a cost where the quota still holds it, wholly or not at all; a cost of 0 only reads. */
    Uni<Count> add(Quota quota, int cost);
}
