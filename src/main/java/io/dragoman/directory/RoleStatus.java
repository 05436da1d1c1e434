package io.dragoman.directory;

/** How a role stands; a disabled one gives no permissions and is not shown among a person's links. */
public enum RoleStatus {
    ACTIVE,
    HIDDEN,
    DISABLED
}
