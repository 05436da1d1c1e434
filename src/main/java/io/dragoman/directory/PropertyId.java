package io.dragoman.directory;

import java.util.Objects;
import java.util.UUID;

/** A property's key inside an account. */
public record PropertyId(UUID value) {

    public PropertyId {
        Objects.requireNonNull(value, "value");
    }
}
