package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gives out numbers, each above every one in use; whoever takes one waits for those who took one before to commit. */
final class NumberCounters {

    // In the order of their keys, so that two who take several wait for one another in one direction alone.
    private static final String NEXT = """
            insert into counter (account_id, subject, system, last)
            select :account, wanted.subject, wanted.system, 1 + coalesce(
                case wanted.subject
                    when 'person' then (select max(n.number) from person_number n
                        where n.account_id = :account and n.system = wanted.system)
                    when 'role' then (select max(n.number) from role_number n
                        where n.account_id = :account and n.system = wanted.system)
                    when 'employee' then (select max(p.employee_number) from person p where p.account_id = :account)
                    when 'property' then (select max(o.number) from property o where o.account_id = :account)
                    when 'property_value' then (select max(v.number) from property_value v
                        where v.account_id = :account)
                    when 'link' then (select max(m.number) from membership m where m.account_id = :account)
                end, 0)
            from unnest(cast(:subjects as text[]), cast(:systems as text[])) wanted (subject, system)
            order by wanted.subject, wanted.system
            on conflict (account_id, subject, system) do update set last = greatest(counter.last + 1, excluded.last)
            returning subject, system, last
            """;

    private static final String RAISE = """
            insert into counter (account_id, subject, system, last)
            select :account, wanted.subject, wanted.system, wanted.last
            from unnest(cast(:subjects as text[]), cast(:systems as text[]), cast(:lasts as bigint[]))
                wanted (subject, system, last)
            order by wanted.subject, wanted.system
            on conflict (account_id, subject, system) do update set last = greatest(counter.last, excluded.last)
            """;

    private NumberCounters() {}

    /** Lets counters go on after numbers that somebody chose, so that those are not given out once they are free again. */
    static Uni<Void> raise(Mutiny.Session session, AccountId account, Map<Counter, Long> chosen) {
        if (chosen.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Counter> counters = List.copyOf(chosen.keySet());
        return session.createNativeQuery(RAISE)
                .setParameter("account", account.value())
                .setParameter(
                        "subjects", counters.stream().map(Counter::subject).toArray(String[]::new))
                .setParameter("systems", counters.stream().map(Counter::system).toArray(String[]::new))
                .setParameter("lasts", counters.stream().map(chosen::get).toArray(Long[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The next number of each counter. */
    static Uni<Map<Counter, Long>> next(Mutiny.Session session, AccountId account, Collection<Counter> counters) {
        if (counters.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(NEXT, Object[].class)
                .setParameter("account", account.value())
                .setParameter(
                        "subjects", counters.stream().map(Counter::subject).toArray(String[]::new))
                .setParameter("systems", counters.stream().map(Counter::system).toArray(String[]::new))
                .getResultList()
                .map(NumberCounters::byCounter);
    }

    /** The next number of one counter. */
    static Uni<Long> next(Mutiny.Session session, AccountId account, Counter counter) {
        return next(session, account, List.of(counter)).map(numbers -> numbers.get(counter));
    }

    private static Map<Counter, Long> byCounter(List<Object[]> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> new Counter((String) row[0], (String) row[1]), row -> ((Number) row[2]).longValue()));
    }
}
