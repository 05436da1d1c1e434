package io.dragoman.operator;

import io.dragoman.directory.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What makes a key; of its text the keyed hash and the hint. */
public record NewKey(
        UserId person,
        String system,
        String hash,
        String hint,
        @Nullable Integer quota,
        @Nullable Instant expires) {}
