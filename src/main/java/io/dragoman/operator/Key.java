package io.dragoman.operator;

import io.dragoman.directory.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key as the operator sees it: everything but the key.
 *
 * @param hint its last characters, to tell it from others
 * @param quota calls a window for this key alone, null where it shares the dialect's
 * @param lastUsed when it last let somebody in, to the minute
 */
public record Key(
        UUID id,
        UserId person,
        String system,
        String hint,
        @Nullable Integer quota,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant revoked,
        @Nullable Instant lastUsed,
        long version) {

    /** How a key stands. */
    public enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    public State state(Instant now) {
        if (revoked != null && !revoked.isAfter(now)) {
            return State.REVOKED;
        }
        return expires != null && !expires.isAfter(now) ? State.EXPIRED : State.ACTIVE;
    }
}
