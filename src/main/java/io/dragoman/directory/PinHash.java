package io.dragoman.directory;

import java.util.Objects;

/** A PIN as it is kept: the hex of its keyed hash, equal for equal PINs of an account. Never shown. */
public record PinHash(String hex) {

    public PinHash {
        Objects.requireNonNull(hex, "hex");
    }

    @Override
    public String toString() {
        return "PinHash[…]";
    }
}
