package io.dragoman.directory;

import java.util.Objects;

/** A password as it is kept: the encoded Argon2id hash of its md5 hex. Never shown. */
public record PasswordHash(String encoded) {

    public PasswordHash {
        Objects.requireNonNull(encoded, "encoded");
    }

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
