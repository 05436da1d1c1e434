package io.dragoman.directory;

import java.time.Instant;
import java.util.Set;

/**
 * A named set of permissions with a number of its own in each system that has roles.
 *
 * @param version counts the role's changes, for optimistic concurrency
 */
public record Role(
        AccountId account,
        RoleId id,
        long version,
        Numbers numbers,
        String name,
        RoleStatus status,
        Set<Permission> permissions,
        Instant created,
        String createdBy,
        Instant updated,
        String updatedBy) {

    public Role {
        permissions = Set.copyOf(permissions);
    }
}
