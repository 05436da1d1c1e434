package io.dragoman.directory;

import java.util.Objects;
import java.util.UUID;

/** A person's key inside an account, known to no legacy client: those know {@link Numbers}. */
public record UserId(UUID value) {

    public UserId {
        Objects.requireNonNull(value, "value");
    }
}
