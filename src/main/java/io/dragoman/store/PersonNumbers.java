package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.NumberChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gives a person the numbers he lacks in a list of systems, and staff an employee number. */
final class PersonNumbers {

    private static final String ADD = "insert into person_number (account_id, person_id, system, number)"
            + " select $1, $2, given.system, given.number from unnest($3::text[], $4::bigint[]) given (system, number)";

    private static final String REMOVE =
            "delete from person_number where account_id = $1 and person_id = $2 and system = any($3)";

    private static final String SYSTEMS =
            "select n.system from person_number n where n.account_id = $1 and n.person_id = $2";

    private PersonNumbers() {}

    /** Those of a person that has none yet. */
    static Uni<NumberCounters.Given> take(
            Mutiny.Session session, AccountId account, List<String> systems, boolean employee) {
        List<Counter> counters = new ArrayList<>();
        systems.forEach(system -> counters.add(Counter.person(system)));
        if (employee) {
            counters.add(Counter.EMPLOYEE);
        }
        return NumberCounters.give(session, account, counters);
    }

    /** Adds those that are missing and keeps the others. */
    static Uni<Void> complete(Mutiny.Session session, PersonEntity person, List<String> systems, boolean employee) {
        return systemsOf(session, person.key())
                .chain(known -> take(
                        session,
                        new AccountId(person.key().account()),
                        without(systems, known),
                        employee && !person.hasEmployeeNumber()))
                .map(NumberCounters.Given::numbers)
                .invoke(numbers -> employ(person, numbers))
                .chain(numbers -> add(session, person.key(), numbers));
    }

    /** Writes the numbers that somebody has chosen for a person, instead of those he has. */
    static Uni<Void> choose(Mutiny.Session session, EntityKey person, NumberChange numbers) {
        Map<Counter, Long> given = numbers.given().entrySet().stream()
                .collect(Collectors.toMap(entry -> Counter.person(entry.getKey()), Map.Entry::getValue));
        String[] systems = numbers.systems().toArray(String[]::new);
        return InSession.execute(session, REMOVE, Tuple.of(person.account(), person.id(), systems))
                .chain(() -> add(session, person, given))
                .chain(() -> NumberCounters.raise(session, new AccountId(person.account()), given));
    }

    /** Gives a person the employee number that was taken for him, if one was. */
    static void employ(PersonEntity person, Map<Counter, Long> numbers) {
        Long number = numbers.get(Counter.EMPLOYEE);
        if (number != null) {
            person.employeeNumber(number);
        }
    }

    /** What writes the numbers of systems among those that were taken, all at once. */
    static InSession.Statement adding(EntityKey person, Map<Counter, Long> numbers) {
        List<Counter> counters = numbers.keySet().stream()
                .filter(counter -> !counter.equals(Counter.EMPLOYEE))
                .toList();
        return new InSession.Statement(
                ADD,
                Tuple.of(
                        person.account(),
                        person.id(),
                        counters.stream().map(Counter::system).toArray(String[]::new),
                        counters.stream().map(numbers::get).toArray(Long[]::new)));
    }

    private static Uni<Void> add(Mutiny.Session session, EntityKey person, Map<Counter, Long> numbers) {
        return numbers.keySet().stream().allMatch(Counter.EMPLOYEE::equals)
                ? Uni.createFrom().voidItem()
                : InSession.execute(session, adding(person, numbers));
    }

    private static Uni<Set<String>> systemsOf(Mutiny.Session session, EntityKey person) {
        return InSession.all(session, SYSTEMS, Tuple.of(person.account(), person.id()), row -> row.getString(0))
                .map(HashSet::new);
    }

    private static List<String> without(List<String> systems, Set<String> known) {
        return systems.stream().filter(system -> !known.contains(system)).toList();
    }
}
