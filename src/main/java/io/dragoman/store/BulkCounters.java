package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.bulk.ImportJob;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Gives out many numbers at once, and raises counters above numbers that came from outside. */
final class BulkCounters {

    private static final String TAKE = """
            insert into counter (account_id, subject, system, last)
            select $1, $2, $3, $4 + coalesce(
                case $2
                    when 'person' then (select max(n.number) from person_number n
                        where n.account_id = $1 and n.system = $3)
                    when 'employee' then (select max(p.employee_number) from person p where p.account_id = $1)
                    when 'link' then (select max(m.number) from membership m where m.account_id = $1)
                end, 0)
            on conflict (account_id, subject, system) do update set last = greatest(counter.last + $4, excluded.last)
            returning last
            """;

    // Those alone that are too low, as even one left as it is would be locked; links last, as who makes a person does.
    private static final String RAISE = """
            insert into counter (account_id, subject, system, last)
            select $1, used.subject, used.system, used.last
            from unnest($2::text[], $3::text[], $4::bigint[]) used (subject, system, last)
            where not exists (select 1 from counter c where c.account_id = $1 and c.subject = used.subject
                and c.system = used.system and c.last >= used.last)
            order by used.subject = 'link', used.subject, used.system
            on conflict (account_id, subject, system) do update set last = excluded.last where counter.last < excluded.last
            """;

    private BulkCounters() {}

    /**
     * Raises the counters above the numbers that drafts have, and then gives drafts the numbers that are theirs to be
     * assigned, and their links the numbers they lack; in the order in which who makes a person takes them.
     */
    static Uni<Void> assign(SqlClient client, ImportJob job, List<BulkDraft> drafts) {
        Uni<Void> assigned = raise(client, job.account(), drafts);
        if (job.assign().contains(ImportJob.EMPLOYEE)) {
            assigned = assigned.chain(() -> employees(client, job.account(), drafts));
        }
        for (String system : new TreeSet<>(job.assign())) {
            if (!system.equals(ImportJob.EMPLOYEE)) {
                assigned = assigned.chain(() -> numbers(client, job.account(), system, drafts));
            }
        }
        return assigned.chain(() -> links(client, job.account(), drafts));
    }

    private static Uni<Void> raise(SqlClient client, AccountId account, List<BulkDraft> drafts) {
        Map<String, Long> highest = new TreeMap<>();
        drafts.forEach(draft -> highest(draft, highest));
        if (highest.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> subjects = new ArrayList<>();
        List<String> systems = new ArrayList<>();
        highest.keySet().forEach(counter -> {
            subjects.add(counter.substring(0, counter.indexOf(' ')));
            systems.add(counter.substring(counter.indexOf(' ') + 1));
        });
        return client.preparedQuery(RAISE)
                .execute(Tuple.of(
                        account.value(),
                        subjects.toArray(String[]::new),
                        systems.toArray(String[]::new),
                        highest.values().toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static void highest(BulkDraft draft, Map<String, Long> highest) {
        draft.numbers().forEach((system, number) -> raise(highest, Counter.person(system), number));
        raise(highest, Counter.EMPLOYEE, (Long) draft.row().get(BulkColumn.EMPLOYEE_NUMBER));
        draft.links().values().forEach(link -> raise(highest, Counter.LINK, link.number()));
    }

    private static void raise(Map<String, Long> highest, Counter counter, @Nullable Long number) {
        if (number != null) {
            highest.merge(counter.subject() + ' ' + counter.system(), number, Math::max);
        }
    }

    private static Uni<Void> links(SqlClient client, AccountId account, List<BulkDraft> drafts) {
        List<Map.Entry<?, BulkDraft.NewLink>> unnumbered = new ArrayList<>();
        drafts.forEach(draft -> draft.links().entrySet().stream()
                .filter(link -> link.getValue().number() == null)
                .forEach(unnumbered::add));
        return take(client, account, Counter.LINK, unnumbered.size())
                .invoke(numbers -> drafts.forEach(draft -> draft.links()
                        .replaceAll((role, link) ->
                                link.number() == null ? new BulkDraft.NewLink(link.status(), numbers.next()) : link)))
                .replaceWithVoid();
    }

    private static Uni<Void> numbers(SqlClient client, AccountId account, String system, List<BulkDraft> drafts) {
        List<BulkDraft> lacking =
                drafts.stream().filter(draft -> draft.lacksNumberIn(system)).toList();
        return take(client, account, Counter.person(system), lacking.size())
                .invoke(numbers -> lacking.forEach(draft -> draft.numbers().put(system, numbers.next())))
                .replaceWithVoid();
    }

    private static Uni<Void> employees(SqlClient client, AccountId account, List<BulkDraft> drafts) {
        List<BulkRow> lacking = drafts.stream()
                .filter(BulkDraft::isStaff)
                .map(BulkDraft::row)
                .filter(row -> row.get(BulkColumn.EMPLOYEE_NUMBER) == null)
                .toList();
        return take(client, account, Counter.EMPLOYEE, lacking.size())
                .invoke(numbers -> lacking.forEach(row -> row.set(BulkColumn.EMPLOYEE_NUMBER, numbers.next())))
                .replaceWithVoid();
    }

    private static Uni<Iterator<Long>> take(SqlClient client, AccountId account, Counter counter, int count) {
        if (count == 0) {
            return Uni.createFrom().item(List.<Long>of().iterator());
        }
        return client.preparedQuery(TAKE)
                .execute(Tuple.of(account.value(), counter.subject(), counter.system(), (long) count))
                .map(rows -> rows.iterator().next().getLong(0))
                .map(last -> LongStream.rangeClosed(last - count + 1, last).iterator());
    }
}
