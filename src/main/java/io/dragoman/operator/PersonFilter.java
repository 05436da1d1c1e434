package io.dragoman.operator;

import io.dragoman.directory.RoleId;
import io.dragoman.directory.UserKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which people are wanted; what is null does not matter.
 *
 * @param email the whole address, without regard to case
 * @param name a part of first name, last name or login, without regard to case
 * @param login the whole login, without regard to case
 * @param role the primary role
 * @param system who are known in this system
 * @param number and by this number there
 * @param updatedSince changed then or later
 */
public record PersonFilter(
        @Nullable UserKind kind,
        @Nullable Boolean active,
        @Nullable String email,
        @Nullable String name,
        @Nullable String login,
        @Nullable RoleId role,
        @Nullable String system,
        @Nullable Long number,
        @Nullable Instant updatedSince) {}
