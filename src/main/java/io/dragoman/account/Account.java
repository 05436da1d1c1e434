package io.dragoman.account;

import io.dragoman.directory.AccountId;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tenant.
 *
 * @param name what the operator calls it
 * @param zone in which dialects without a zone of their own write its times
 * @param names what each system calls it: a sub-domain, a client code, a shop's host
 * @param quotas calls a window where the account has a quota of its own in a system
 */
public record Account(AccountId id, String name, ZoneId zone, Map<String, String> names, Map<String, Integer> quotas) {

    public Account {
        names = Map.copyOf(names);
        quotas = Map.copyOf(quotas);
    }

    /** What a system calls the account, null where it is not in it. */
    public @Nullable String nameIn(String system) {
        return names.get(system);
    }

    /** The account's own quota in a system, null where the system's default holds. */
    public @Nullable Integer quotaIn(String system) {
        return quotas.get(system);
    }
}
