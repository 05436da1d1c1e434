package io.dragoman.limit;

import java.util.Objects;

/**
 * How many calls a bucket has in each window.
 *
 * @param bucket what is counted together: a dialect's id, a scope and the id of a key, account or app; no secret, as
 *     others may read it
 */
public record Quota(String bucket, int limit, Window window) {

    public Quota {
        Objects.requireNonNull(bucket, "bucket");
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    /** One replica's part of it, rounded up. */
    Quota among(int replicas) {
        return replicas == 1 ? this : new Quota(bucket, (limit - 1) / replicas + 1, window);
    }
}
