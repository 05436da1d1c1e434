package io.dragoman.directory;

/**
 * A person's link to a role.
 *
 * @param number the link's own number, counted in the account
 * @param role the role's numbers in the systems that know it
 * @param primary whether this is the person's primary role, whose link is always active
 */
public record RoleLink(long number, RoleId roleId, Numbers role, String roleName, LinkStatus status, boolean primary) {}
