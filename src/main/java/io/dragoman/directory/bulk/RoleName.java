package io.dragoman.directory.bulk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a line speaks of a role: by its name, or by the numbers systems know it by.
 *
 * @param name null where numbers say it
 * @param numbers by system; all must be the same role's
 */
public record RoleName(@Nullable String name, Map<String, Long> numbers) {

    public RoleName {
        numbers = Map.copyOf(numbers);
    }

    public static RoleName of(String name) {
        return new RoleName(name, Map.of());
    }
}
