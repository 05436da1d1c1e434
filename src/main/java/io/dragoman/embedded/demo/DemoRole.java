package io.dragoman.embedded.demo;

import io.dragoman.directory.Permission;
import io.dragoman.directory.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A role as the files in {@code demo/} write it.
 *
 * @param permissions of the vocabulary, or {@code *} for all of it
 */
record DemoRole(String name, Map<String, Long> numbers, List<String> permissions) {

    private static final List<String> ALL = List.of("*");

    DemoRole {
        numbers = Map.copyOf(numbers);
        permissions = List.copyOf(permissions);
    }

    List<String> effectivePermissions() {
        Collection<Permission> held = permissions.equals(ALL)
                ? Vocabulary.ALL
                : permissions.stream().map(Permission::of).toList();
        return held.stream().map(Permission::toString).toList();
    }
}
