package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gives out numbers, each above every one in use; whoever takes one waits for those who took one before to commit. */
final class NumberCounters {

    // In the order of their keys, so that two who take several wait for one another in one direction alone.
    private static final String NEXT = """
            insert into counter (account_id, subject, system, last)
            select $1, wanted.subject, wanted.system, 1 + coalesce(
                case wanted.subject
                    when 'person' then (select max(n.number) from person_number n
                        where n.account_id = $1 and n.system = wanted.system)
                    when 'role' then (select max(n.number) from role_number n
                        where n.account_id = $1 and n.system = wanted.system)
                    when 'employee' then (select max(p.employee_number) from person p where p.account_id = $1)
                    when 'property' then (select max(o.number) from property o where o.account_id = $1)
                    when 'property_value' then (select max(v.number) from property_value v
                        where v.account_id = $1)
                    when 'link' then (select max(m.number) from membership m where m.account_id = $1)
                end, 0)
            from unnest($2::text[], $3::text[]) wanted (subject, system)
            order by wanted.subject, wanted.system
            on conflict (account_id, subject, system) do update set last = greatest(counter.last + 1, excluded.last)
            returning subject, system, last, subject in ('person', 'employee') and exists (
                select from person p where p.account_id = $1 and p.folded_login = '%s' || counter.last)
            """.formatted(DefaultLogin.BEGINNING);

    private static final String RAISE = """
            insert into counter (account_id, subject, system, last)
            select $1, wanted.subject, wanted.system, wanted.last
            from unnest($2::text[], $3::text[], $4::bigint[])
                wanted (subject, system, last)
            order by wanted.subject, wanted.system
            on conflict (account_id, subject, system) do update set last = greatest(counter.last, excluded.last)
            """;

    private NumberCounters() {}

    /**
     * What counters gave.
     *
     * @param named those of the numbers that are in somebody's login already, as {@link DefaultLogin} makes it of a number
     */
    record Given(Map<Counter, Long> numbers, Set<Long> named) {

        private static Given of(List<Row> rows) {
            Map<Counter, Long> numbers = rows.stream()
                    .collect(Collectors.toMap(
                            row -> new Counter(row.getString(0), row.getString(1)), row -> row.getLong(2)));
            Set<Long> named = rows.stream()
                    .filter(row -> row.getBoolean(3))
                    .map(row -> row.getLong(2))
                    .collect(Collectors.toSet());
            return new Given(numbers, named);
        }
    }

    /** Lets counters go on after numbers that somebody chose, so that those are not given out once they are free again. */
    static Uni<Void> raise(Mutiny.Session session, AccountId account, Map<Counter, Long> chosen) {
        if (chosen.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Counter> counters = List.copyOf(chosen.keySet());
        Tuple parameters = of(account, counters)
                .addValue(counters.stream().map(chosen::get).toArray(Long[]::new));
        return InSession.execute(session, RAISE, parameters);
    }

    /** The next number of each counter, and who is called by one. */
    static Uni<Given> give(Mutiny.Session session, AccountId account, Collection<Counter> counters) {
        if (counters.isEmpty()) {
            return Uni.createFrom().item(new Given(Map.of(), Set.of()));
        }
        return InSession.all(session, NEXT, of(account, counters), Function.identity())
                .map(Given::of);
    }

    /** The next number of each counter. */
    static Uni<Map<Counter, Long>> next(Mutiny.Session session, AccountId account, Collection<Counter> counters) {
        return give(session, account, counters).map(Given::numbers);
    }

    /** The next number of one counter. */
    static Uni<Long> next(Mutiny.Session session, AccountId account, Counter counter) {
        return next(session, account, List.of(counter)).map(numbers -> numbers.get(counter));
    }

    private static Tuple of(AccountId account, Collection<Counter> counters) {
        return Tuple.of(
                account.value(),
                counters.stream().map(Counter::subject).toArray(String[]::new),
                counters.stream().map(Counter::system).toArray(String[]::new));
    }
}
