package io.dragoman.directory;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A set of permissions that is written as a whole. */
public record Permissions(Set<Permission> all) {

    public Permissions {
        all = Set.copyOf(all);
    }

    /** Their names, sorted. */
    public List<String> names() {
        return names(all);
    }

    /** The names of permissions, sorted. */
    public static List<String> names(Collection<Permission> permissions) {
        return permissions.stream().map(Permission::toString).sorted().toList();
    }
}
