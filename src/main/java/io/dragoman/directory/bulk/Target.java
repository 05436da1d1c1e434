package io.dragoman.directory.bulk;

import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A line and whom it means.
 *
 * @param person somebody who is there, null for somebody new
 * @param password the hash to keep from now on, null where that stays as it is
 */
public record Target(
        PersonLine line, @Nullable UserId person, @Nullable PasswordHash password) {

    Target with(PasswordHash hash) {
        return new Target(line, person, hash);
    }

    @Override
    public String toString() {
        return "Target[" + line + "]";
    }
}
