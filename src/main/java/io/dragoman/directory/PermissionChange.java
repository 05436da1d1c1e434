package io.dragoman.directory;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What becomes of a role's permissions, whatever they are when it is written.
 *
 * @param whole whether those granted are all there are to be
 */
public record PermissionChange(boolean whole, Set<Permission> granted, Set<Permission> revoked) {

    public PermissionChange {
        granted = Set.copyOf(granted);
        revoked = Set.copyOf(revoked);
    }

    /** These and no others. */
    public static PermissionChange exactly(Set<Permission> permissions) {
        return new PermissionChange(true, permissions, Set.of());
    }

    /** Some more and some fewer; what is both is granted. */
    public static PermissionChange of(Set<Permission> granted, Set<Permission> revoked) {
        return new PermissionChange(false, granted, revoked);
    }

    public Set<Permission> appliedTo(Set<Permission> held) {
        Set<Permission> changed = new LinkedHashSet<>(whole ? Set.of() : held);
        changed.removeAll(revoked);
        changed.addAll(granted);
        return changed;
    }

    /** Whether it leaves every set as it is. */
    public boolean isEmpty() {
        return !whole && granted.isEmpty() && revoked.isEmpty();
    }
}
