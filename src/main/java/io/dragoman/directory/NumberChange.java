package io.dragoman.directory;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Numbers to give a person or role instead of those he has, and systems he is not to be known in any more; the other
 * systems' stay, or are given out where he is new.
 */
public record NumberChange(Map<String, Long> given, Set<String> removed) {

    public NumberChange {
        given = Collections.unmodifiableMap(new TreeMap<>(given));
        removed = Set.copyOf(removed);
    }

    /** Whether it says anything of a system. */
    public boolean names(String system) {
        return given.containsKey(system) || removed.contains(system);
    }

    /** All systems it says something of. */
    public Set<String> systems() {
        Set<String> systems = new LinkedHashSet<>(given.keySet());
        systems.addAll(removed);
        return systems;
    }

    public boolean isEmpty() {
        return given.isEmpty() && removed.isEmpty();
    }
}
