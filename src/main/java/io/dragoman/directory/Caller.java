package io.dragoman.directory;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.util.Set;

/**
 * Who asks the directory for something: a person of the account, through a system.
 *
 * @param login what {@code createdBy} and {@code updatedBy} will say
 * @param system the dialect that asks, whose numbers count
 */
public record Caller(
        AccountId account, UserId user, String login, boolean root, Set<Permission> permissions, String system) {

    public static Caller of(User user, String system) {
        return new Caller(user.account(), user.id(), user.login(), user.root(), user.permissions(), system);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Throws FORBIDDEN, naming the permission, unless the caller holds it. */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw Failure.ofField(Kind.FORBIDDEN, permission.toString(), "lacks " + permission)
                    .toException();
        }
    }
}
