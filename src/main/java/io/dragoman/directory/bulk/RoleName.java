package io.dragoman.directory.bulk;

import io.dragoman.directory.RoleId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a line speaks of a role: by its key, by its name, or by the numbers systems know it by.
 *
 * @param id null where something else says it
 * @param name null where something else says it
 * @param numbers by system; all must be the same role's
 */
public record RoleName(@Nullable RoleId id, @Nullable String name, Map<String, Long> numbers) {

    public RoleName {
        numbers = Map.copyOf(numbers);
    }

    public static RoleName of(RoleId id) {
        return new RoleName(id, null, Map.of());
    }

    public static RoleName of(String name) {
        return new RoleName(null, name, Map.of());
    }

    public static RoleName of(Map<String, Long> numbers) {
        return new RoleName(null, null, numbers);
    }
}
