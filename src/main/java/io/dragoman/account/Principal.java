package io.dragoman.account;

import io.dragoman.directory.Caller;
import io.dragoman.directory.User;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request comes from: a person of one account, by a key or, without one, by a session.
 *
 * @param user as he was when the credential was checked
 */
public record Principal(
        Account account, User user, @Nullable ApiKey key) {

    public Caller caller(String system) {
        return Caller.of(user, system);
    }
}
