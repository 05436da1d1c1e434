package io.dragoman.account;

import io.dragoman.directory.AccountId;
import java.time.ZoneId;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A tenant.
 *
 * @param name what the operator calls it
 * @param zone in which dialects without a zone of their own write its times
 * @param names what each system calls it, one or more names: sub-domains, client codes, a shop's hosts; lower case
 * @param quotas calls a window where the account has a quota of its own in a system
 */
public record Account(
        AccountId id, String name, ZoneId zone, Map<String, NavigableSet<String>> names, Map<String, Integer> quotas) {

    public Account {
        Map<String, NavigableSet<String>> copy = new TreeMap<>();
        names.forEach((system, known) -> copy.put(system, new TreeSet<>(known)));
        names = copy;
        quotas = Map.copyOf(quotas);
    }

    /** What a system calls the account, the first of several names; null where it is not in it. */
    public @Nullable String nameIn(String system) {
        NavigableSet<String> known = names.get(system);
        return known == null ? null : known.first();
    }

    /** Whether a system calls the account by a name, given in lower case. */
    public boolean isNamed(String system, String name) {
        NavigableSet<String> known = names.get(system);
        return known != null && known.contains(name);
    }

    /** The account's own quota in a system, null where the system's default holds. */
    public @Nullable Integer quotaIn(String system) {
        return quotas.get(system);
    }
}
