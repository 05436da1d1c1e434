package io.dragoman.directory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers legacy systems know a person or role by; without a number in a system there is nothing to see in it. */
public record Numbers(Map<String, Long> bySystem) {

    public Numbers {
        bySystem = Map.copyOf(bySystem);
    }

    /** The number in a system, null where the person or role does not exist in it. */
    public @Nullable Long in(String system) {
        return bySystem.get(system);
    }

    /** The number in a system that this person or role was found through. */
    public long known(String system) {
        Long number = bySystem.get(system);
        if (number == null) {
            throw new IllegalStateException("no number in " + system);
        }
        return number;
    }
}
