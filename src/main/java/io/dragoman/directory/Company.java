package io.dragoman.directory;

import org.jspecify.annotations.Nullable;

/** The store or vendor a person belongs to: its number, 0 for none, and its name where the account knows it. */
public record Company(long number, @Nullable String name) {

    public static final Company NONE = new Company(0, null);
}
