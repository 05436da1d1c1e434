package io.dragoman.operator;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Audit;
import io.dragoman.directory.Numbers;
import io.dragoman.directory.Permission;
import io.dragoman.directory.Profile;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person as the operator sees him: what is kept of him rather than what it comes to in a dialect.
 *
 * @param links all of them, those to disabled roles too, by number
 * @param granted his own permissions beside his roles'
 * @param denied permissions that his roles do not give him
 * @param hasPassword whether he has a password; nobody sees it
 * @param hasPin the same of a PIN
 */
public record Person(
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
        Work work,
        @Nullable RoleId role,
        List<Link> links,
        Set<Permission> granted,
        Set<Permission> denied,
        boolean hasPassword,
        boolean hasPin,
        Audit audit) {

    public Person {
        links = List.copyOf(links);
        granted = Set.copyOf(granted);
        denied = Set.copyOf(denied);
    }
}
