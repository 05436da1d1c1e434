package io.dragoman.directory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person as the directory knows him; dialects render it, nothing serialises it.
 *
 * @param version counts the person's changes, for optimistic concurrency
 * @param root whether he is the account's root administrator, set by the operator alone
 * @param links all links to roles, the primary role's among them, by number
 * @param credentialVersion counts his changes of password; what was made under an older one is no longer good
 * @param permissions the effective set of rights.md: roles' and own grants less denials, everything for an admin
 */
public record User(
        AccountId account,
        UserId id,
        long version,
        Numbers numbers,
        UserKind kind,
        String login,
        boolean active,
        boolean admin,
        boolean root,
        Profile profile,
        Position position,
        List<RoleLink> links,
        Set<Permission> permissions,
        int credentialVersion,
        Audit audit) {

    public User {
        links = List.copyOf(links);
    }

    /** The link of the primary role, null for those who have none. */
    public @Nullable RoleLink primaryRole() {
        return links.stream().filter(RoleLink::primary).findFirst().orElse(null);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
