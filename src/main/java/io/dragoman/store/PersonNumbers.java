package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.NumberChange;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gives a person the numbers he lacks in a list of systems, and staff an employee number. */
final class PersonNumbers {

    private static final String REMOVE = "delete from person_number"
            + " where account_id = :account and person_id = :person and system = any(cast(:systems as text[]))";

    private PersonNumbers() {}

    /** Those of a person that has none yet. */
    static Uni<Map<Counter, Long>> take(
            Mutiny.Session session, AccountId account, List<String> systems, boolean employee) {
        List<Counter> counters = new ArrayList<>();
        systems.forEach(system -> counters.add(Counter.person(system)));
        if (employee) {
            counters.add(Counter.EMPLOYEE);
        }
        return NumberCounters.next(session, account, counters);
    }

    /** Adds those that are missing and keeps the others. */
    static Uni<Void> complete(Mutiny.Session session, PersonEntity person, List<String> systems, boolean employee) {
        return systemsOf(session, person.key())
                .chain(known -> take(
                        session,
                        new AccountId(person.key().account()),
                        without(systems, known),
                        employee && !person.hasEmployeeNumber()))
                .chain(numbers -> persist(session, person, numbers));
    }

    /** Writes the numbers that somebody has chosen for a person, instead of those he has. */
    static Uni<Void> choose(Mutiny.Session session, EntityKey person, NumberChange numbers) {
        List<Object> rows = new ArrayList<>();
        Map<Counter, Long> counters = new HashMap<>();
        numbers.given().forEach((system, number) -> {
            rows.add(new PersonNumberEntity(person, system, number));
            counters.put(Counter.person(system), number);
        });
        return session.createNativeQuery(REMOVE)
                .setParameter("account", person.account())
                .setParameter("person", person.id())
                .setParameter("systems", numbers.systems().toArray(String[]::new))
                .executeUpdate()
                .chain(() -> session.persistAll(rows.toArray()))
                .chain(() -> NumberCounters.raise(session, new AccountId(person.account()), counters));
    }

    /** Writes numbers that were taken. */
    static Uni<Void> persist(Mutiny.Session session, PersonEntity person, Map<Counter, Long> numbers) {
        List<Object> rows = new ArrayList<>();
        numbers.forEach((counter, number) -> {
            if (counter.equals(Counter.EMPLOYEE)) {
                person.employeeNumber(number);
            } else {
                rows.add(new PersonNumberEntity(person.key(), counter.system(), number));
            }
        });
        return session.persistAll(rows.toArray());
    }

    private static Uni<Set<String>> systemsOf(Mutiny.Session session, EntityKey person) {
        return session.createNativeQuery(
                        "select n.system from person_number n"
                                + " where n.account_id = :account and n.person_id = :person",
                        String.class)
                .setParameter("account", person.account())
                .setParameter("person", person.id())
                .getResultList()
                .map(HashSet::new);
    }

    private static List<String> without(List<String> systems, Set<String> known) {
        return systems.stream().filter(system -> !known.contains(system)).toList();
    }
}
