package io.dragoman.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dragoman.directory.Numbers;
import io.dragoman.directory.Permission;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the lists that come as one text each, parted by spaces. */
final class Texts {

    /** People of one role share its text, so few are read again and again. */
    private static final Cache<String, Set<Permission>> PERMISSIONS =
            Caffeine.newBuilder().maximumSize(1_000).executor(Runnable::run).build();

    private Texts() {}

    static Set<Permission> permissions(String text) {
        return PERMISSIONS.get(text, Texts::split);
    }

    /** Reads system and number in turn. */
    static Numbers numbers(String text) {
        Map<String, Long> numbers = new HashMap<>();
        for (int start = 0; start < text.length(); ) {
            int middle = text.indexOf(' ', start);
            int end = text.indexOf(' ', middle + 1);
            int stop = end < 0 ? text.length() : end;
            numbers.put(text.substring(start, middle), Long.parseLong(text, middle + 1, stop, 10));
            start = stop + 1;
        }
        return new Numbers(numbers);
    }

    private static Set<Permission> split(String text) {
        return Stream.of(text.split(" ", -1))
                .filter(part -> !part.isEmpty())
                .map(Permission::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
