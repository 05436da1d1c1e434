package io.dragoman.operator;

import io.dragoman.directory.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which keys are wanted; what is null does not matter. {@code state} is as of {@code now}. */
public record KeyFilter(
        @Nullable UserId person,
        @Nullable String system,
        @Nullable String hint,
        Key.@Nullable State state,
        Instant now) {}
