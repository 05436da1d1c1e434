package io.dragoman.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to write of a role; null leaves a part as it is, or at its default in a new role. */
public record RoleChange(
        @Nullable String name,
        @Nullable RoleStatus status,
        @Nullable Set<Permission> permissions) {}
