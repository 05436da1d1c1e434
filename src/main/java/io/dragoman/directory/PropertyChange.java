package io.dragoman.directory;

import org.jspecify.annotations.Nullable;

/** What to write of a property; null leaves a part as it is, or at its default in a new one. */
public record PropertyChange(
        @Nullable String name,
        @Nullable PropertyKind kind,
        @Nullable String defaultValue,
        @Nullable Boolean defaulted) {}
