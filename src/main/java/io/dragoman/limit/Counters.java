package io.dragoman.limit;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Counts calls of buckets in windows. */
interface Counters {

    /**
     * What a bucket has left in the window that ends at {@code end}, and whether the cost was taken from it.
     *
     * @param shared whether it was counted where all replicas count
     */
    record Count(boolean added, int left, Instant now, Instant end, boolean shared) {}

    /** Adds a cost where the quota still holds it, wholly or not at all; a cost of 0 only reads. */
    Uni<Count> add(Quota quota, int cost);

    /** Takes calls off again where they were counted, down to an unused bucket; nothing once their window has ended. */
    Uni<Void> giveBack(Allowance taken, int calls);
}
