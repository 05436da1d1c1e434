package io.dragoman.directory.bulk;

import java.util.Set;

/**
 * What tells that a line means a person who is there already; his own key always does.
 *
 * @param everyNumber whether any number in any system does
 * @param systems the systems whose numbers do
 */
public record MatchBy(boolean everyNumber, Set<String> systems, boolean email, boolean login) {

    /** Any number the line gives. */
    public static final MatchBy NUMBERS = new MatchBy(true, Set.of(), false, false);

    public MatchBy {
        systems = Set.copyOf(systems);
    }

    boolean byNumberIn(String system) {
        return everyNumber || systems.contains(system);
    }
}
