package io.dragoman.operator;

import io.dragoman.directory.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the change log are wanted; what is null does not matter.
 *
 * @param person of a person and his keys
 * @param subject of one thing, whatever it is
 * @param since then or later
 * @param until before then
 */
public record ChangeFilter(
        @Nullable UserId person,
        @Nullable UUID subject,
        @Nullable String actor,
        @Nullable String system,
        @Nullable Instant since,
        @Nullable Instant until) {}
