package io.dragoman.account;

import io.dragoman.directory.Caller;
import io.dragoman.directory.User;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request comes from: a person of one account, by a key or, without one, by a session.
 *
 * @param user as he was when the credential was checked
 * @param app the registered application he uses, null for any other
 */
public record Principal(
        Account account,
        User user,
        @Nullable ApiKey key,
        @Nullable App app) {

    public Principal(Account account, User user, @Nullable ApiKey key) {
        this(account, user, key, null);
    }

    /** The same person through a registered application. */
    public Principal through(App registered) {
        return new Principal(account, user, key, registered);
    }

    public Caller caller(String system) {
        return Caller.of(user, system);
    }
}
