package io.dragoman.directory;

import java.util.Objects;
import java.util.UUID;

/** A role's key inside an account. */
public record RoleId(UUID value) {

    public RoleId {
        Objects.requireNonNull(value, "value");
    }
}
