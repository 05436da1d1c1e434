package io.dragoman.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to write of a role; null leaves a part as it is, or at its default in a new role.
 *
 * @param expected the version the role must still be of, null where any will do
 */
public record RoleChange(
        @Nullable String name,
        @Nullable RoleStatus status,
        @Nullable PermissionChange permissions,
        @Nullable NumberChange numbers,
        @Nullable Long expected) {

    /** One that replaces all permissions, where there are any to write. */
    public RoleChange(@Nullable String name, @Nullable RoleStatus status, @Nullable Set<Permission> permissions) {
        this(name, status, permissions == null ? null : PermissionChange.exactly(permissions), null, null);
    }

    /** One that grants and revokes some permissions. */
    public static RoleChange granting(@Nullable String name, PermissionChange permissions) {
        return new RoleChange(name, null, permissions.isEmpty() ? null : permissions, null, null);
    }

    /** The same, which is to fail with STALE unless the role is still of this version. */
    public RoleChange expecting(long version) {
        return new RoleChange(name, status, permissions, numbers, version);
    }
}
