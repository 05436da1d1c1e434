package io.dragoman.directory;

/** How a person's link to a role stands; only an active one gives the role's permissions. */
public enum LinkStatus {
    ACTIVE,
    PENDING,
    DECLINED,
    FREE
}
