package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.NumberChange;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes the numbers that somebody has chosen for a role. */
final class RoleNumbers {

    private static final String REMOVE = "delete from role_number"
            + " where account_id = :account and role_id = :role and system = any(cast(:systems as text[]))";

    private RoleNumbers() {}

    static Uni<Void> write(Mutiny.Session session, EntityKey role, @Nullable NumberChange numbers) {
        if (numbers == null || numbers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(REMOVE)
                .setParameter("account", role.account())
                .setParameter("role", role.id())
                .setParameter("systems", numbers.systems().toArray(String[]::new))
                .executeUpdate()
                .chain(() -> session.persistAll(rows(role, numbers)))
                .chain(() -> NumberCounters.raise(session, new AccountId(role.account()), counters(numbers)));
    }

    private static Object[] rows(EntityKey role, NumberChange numbers) {
        return numbers.given().entrySet().stream()
                .map(entry -> new RoleNumberEntity(role, entry.getKey(), entry.getValue()))
                .toArray();
    }

    private static Map<Counter, Long> counters(NumberChange numbers) {
        Map<Counter, Long> counters = new HashMap<>();
        numbers.given().forEach((system, number) -> counters.put(Counter.role(system), number));
        return counters;
    }
}
