package io.dragoman.operator;

import io.dragoman.directory.RoleId;
import java.time.ZoneId;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets of an account.
 *
 * @param name what the operator calls it
 * @param zone in which dialects without a zone of their own write its times
 * @param defaultRole of staff who are given none
 * @param names what each system calls it, one or more names in lower case: sub-domains, client codes, hosts
 * @param quotas calls a window where the account has a quota of its own in a system
 * @param warehouses numbers of its warehouses
 */
public record TenancySettings(
        String name,
        ZoneId zone,
        @Nullable RoleId defaultRole,
        SortedMap<String, NavigableSet<String>> names,
        SortedMap<String, Integer> quotas,
        NavigableSet<Integer> warehouses) {

    public TenancySettings {
        SortedMap<String, NavigableSet<String>> copy = new TreeMap<>();
        names.forEach((system, known) -> copy.put(system, new TreeSet<>(known)));
        copy.values().removeIf(NavigableSet::isEmpty);
        names = copy;
        quotas = new TreeMap<>(quotas);
        warehouses = new TreeSet<>(warehouses);
    }

    /** Settings of unsorted parts. */
    public static TenancySettings of(
            String name,
            ZoneId zone,
            @Nullable RoleId defaultRole,
            Map<String, ? extends Iterable<String>> names,
            Map<String, Integer> quotas,
            Iterable<Integer> warehouses) {
        SortedMap<String, NavigableSet<String>> sorted = new TreeMap<>();
        names.forEach((system, known) -> known.forEach(
                each -> sorted.computeIfAbsent(system, key -> new TreeSet<>()).add(each)));
        NavigableSet<Integer> numbers = new TreeSet<>();
        warehouses.forEach(numbers::add);
        return new TenancySettings(name, zone, defaultRole, sorted, new TreeMap<>(quotas), numbers);
    }
}
