package io.dragoman.store;

import io.dragoman.cache.Change;
import io.dragoman.cache.Coherence;
import io.dragoman.cache.Waits;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.UserId;
import io.dragoman.directory.bulk.BulkStore;
import io.dragoman.directory.bulk.ImportJob;
import io.dragoman.directory.bulk.LineResult;
import io.dragoman.directory.bulk.Owners;
import io.dragoman.directory.bulk.PersonLine;
import io.dragoman.directory.bulk.Target;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Many people at once in PostgreSQL: a statement a table for a whole batch, in one transaction. */
@ApplicationScoped
class PostgresBulkStore implements BulkStore {

    private static final String PASSWORDS = "select p.id, p.password from person p"
            + " where p.account_id = $1 and p.id = any($2) and p.password is not null";

    // The entries of the index of texts are put off to be sorted in by the many; who writes last does what is left.
    private static final String PUT_OFF =
            "select set_config('gin_pending_list_limit', $1, true)," + " set_config('work_mem', $1, true)";
    private static final String SETTLE = "select gin_clean_pending_list(i.indexrelid) from pg_index i"
            + " join pg_class c on c.oid = i.indexrelid"
            + " where i.indrelid = 'person'::regclass and c.relname = 'person_contains'";

    // Whoever is given a number is kept later in the same log, and the numbers are on disk at the latest with him.
    private static final String KEPT_WITH_PEOPLE = "set local synchronous_commit = off";

    private static final Logger LOG = Logger.getLogger(PostgresBulkStore.class);

    private final Pool pool;
    private final Statements statements;
    private final StoreGuard guard;
    private final Clock clock;
    private final Coherence coherence;
    private final String pendingEntries;
    private final boolean ownChecks;

    PostgresBulkStore(
            Pool pool, Statements statements, StoreGuard guard, Clock clock, Coherence coherence, BulkConfig config) {
        this.pool = pool;
        this.statements = statements;
        this.guard = guard;
        this.clock = clock;
        this.coherence = coherence;
        this.pendingEntries = config.pendingEntries() + "kB";
        this.ownChecks = config.ownChecks();
    }

    @Override
    public Uni<List<Owners>> owners(AccountId account, List<PersonLine> lines) {
        BulkOwners asked = new BulkOwners(lines);
        return inOwnTime(() -> statements
                .all(BulkOwners.SQL, asked.parameters(account), Function.identity())
                .map(asked::read));
    }

    @Override
    public Uni<Map<UserId, PasswordHash>> passwords(AccountId account, Collection<UserId> people) {
        Tuple parameters =
                Tuple.of(account.value(), people.stream().map(UserId::value).toArray(UUID[]::new));
        return inOwnTime(() -> statements
                .all(PASSWORDS, parameters, Function.identity())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new UserId(row.getUUID(0)), row -> new PasswordHash(row.getString(1))))));
    }

    @Override
    public Uni<List<LineResult>> write(ImportJob job, List<Target> targets) {
        return inOwnTime(() -> BulkFacts.of(statements, job.account())
                .chain(facts -> write(job, targets, drafted(job, targets, facts))));
    }

    @Override
    public Uni<Optional<List<LineResult>>> writeNew(ImportJob job, List<PersonLine> lines) {
        List<Target> targets =
                lines.stream().map(line -> new Target(line, null, null)).toList();
        return inOwnTime(() -> BulkFacts.of(statements, job.account())
                .map(facts -> drafted(job, targets, facts))
                .chain(batch -> batch.drafts().size() < lines.size()
                        ? Uni.createFrom().item(Optional.empty())
                        : write(job, targets, batch).map(Optional::of)));
    }

    @Override
    public Uni<Void> settle() {
        return guard.write(attempt -> pool.query(SETTLE).execute())
                .onFailure()
                .invoke(failure -> LOG.debug("The index of texts is left to autovacuum", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    @Override
    public Multi<PersonLine> everybody(AccountId account) {
        return Multi.createFrom().deferred(() -> {
            eachInItsTime();
            return BulkExport.pages(statements, account);
        });
    }

    /** A request that moves many people takes as long as they do: each of its operations has the whole time. */
    private static <T> Uni<T> inOwnTime(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            eachInItsTime();
            return work.get();
        });
    }

    private static void eachInItsTime() {
        Context context = Vertx.currentContext();
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            Waits.ofEachOperation(context);
        }
    }

    /** Those who are new. */
    private BulkBatch drafted(ImportJob job, List<Target> targets, BulkFacts facts) {
        BulkBatch batch = new BulkBatch(job, facts, clock.instant());
        targets.stream()
                .filter(target -> target.person() == null)
                .forEach(target -> batch.add(target, Uuids.next(clock)));
        return batch;
    }

    /** New people are made ready before the transaction: whoever takes numbers holds up everybody else who wants one. */
    private Uni<List<LineResult>> write(ImportJob job, List<Target> targets, BulkBatch batch) {
        List<BulkDraft> fresh = List.copyOf(batch.drafts());
        Uni<Void> numbered = !job.writes()
                ? Uni.createFrom().voidItem()
                : guard.write(attempt -> pool.withTransaction(connection -> connection
                        .query(KEPT_WITH_PEOPLE)
                        .execute()
                        .chain(() -> BulkCounters.assign(connection, job, fresh))
                        .invoke(attempt::commit)));
        Uni<List<LineResult>> written = guard.write(attempt -> pool.withTransaction(
                connection -> write(connection, job, targets, batch.copy()).invoke(attempt::commit)));
        Uni<List<LineResult>> kept =
                job.writes() ? coherence.dropping(Change.ofAccount(job.account()), written) : written;
        return numbered.chain(() -> kept);
    }

    private Uni<List<LineResult>> write(
            SqlConnection connection, ImportJob job, List<Target> targets, BulkBatch batch) {
        List<UUID> present = targets.stream()
                .map(Target::person)
                .filter(Objects::nonNull)
                .map(UserId::value)
                .toList();
        return BulkState.of(connection, job, present)
                .invoke(state -> targets.stream()
                        .filter(target -> target.person() != null)
                        .forEach(target -> batch.add(target, state)))
                .chain(() -> !job.writes() ? Uni.createFrom().voidItem() : keep(connection, job, batch))
                .map(kept -> batch.results());
    }

    private Uni<Void> keep(SqlConnection connection, ImportJob job, BulkBatch batch) {
        List<BulkDraft> drafts = batch.drafts();
        if (drafts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(PUT_OFF)
                .execute(Tuple.of(pendingEntries))
                .chain(() -> ownChecks
                        ? BulkReferences.hold(connection, job.account(), drafts)
                        : Uni.createFrom().voidItem())
                .chain(() -> BulkCounters.assign(connection, job, drafts))
                .chain(() -> new BulkWriter(connection, job).write(drafts))
                .chain(() -> BulkJournal.write(connection, job, drafts, clock.instant()));
    }
}
