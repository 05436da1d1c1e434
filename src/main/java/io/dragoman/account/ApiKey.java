package io.dragoman.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key a person uses a dialect with; the key's text is not kept.
 *
 * @param quota calls a window for this key alone, null where it shares the dialect's
 */
public record ApiKey(
        UUID id,
        String system,
        @Nullable Integer quota,
        @Nullable Instant expires,
        @Nullable Instant revoked) {

    /** Whether the key is good at a moment. */
    boolean isGood(Instant now) {
        return (revoked == null || revoked.isAfter(now)) && (expires == null || expires.isAfter(now));
    }
}
