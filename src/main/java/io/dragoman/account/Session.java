package io.dragoman.account;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.User;
import io.dragoman.directory.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody's being logged in, from a moment to a later one, both in whole seconds.
 *
 * @param credentialVersion the person's when he logged in; with another one the session is over
 */
public record Session(AccountId account, UserId user, int credentialVersion, Instant created, Instant expires) {

    public boolean isExpired(Instant now) {
        return !expires.isAfter(now);
    }

    public Duration length() {
        return Duration.between(created, expires);
    }

    /** Whether the session is of a person as he is now: active, and with the password he logged in with. */
    boolean isOf(User current) {
        return current.active() && current.credentialVersion() == credentialVersion;
    }
}
