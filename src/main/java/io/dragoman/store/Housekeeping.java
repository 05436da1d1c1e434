package io.dragoman.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Removes what is too old, a batch after the other: receipts of creations, and entries of the change log. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    /** Of the lock that lets one replica at a time remove a batch; held for one statement, as poolers allow no more. */
    private static final long LOCK = 0x647261676f6d616eL;

    private static final Duration BREATH = Duration.ofMillis(50);
    private static final String TURN = "with turn as materialized (select pg_try_advisory_xact_lock($3) as mine), ";
    private static final String GONE = " returning 1) select count(*) from gone";

    private static final String RECEIPTS = TURN + "gone as (delete from idempotency where ctid = any(array("
            + "select i.ctid from turn join idempotency i on turn.mine where i.at <= $1 order by i.at limit $2))"
            + GONE;
    private static final String CHANGES =
            TURN + "old as (select l.account_id, l.id from turn join account a on turn.mine"
                    + " cross join lateral (select c.account_id, c.id from change_log c"
                    + " where c.account_id = a.id and c.at <= $1 order by c.at limit $2) l limit $2),"
                    + " gone as (delete from change_log c using old where c.account_id = old.account_id and c.id = old.id"
                    + GONE;

    private final Statements statements;
    private final HousekeepingConfig config;
    private final IdempotencyConfig receipts;
    private final ChangeLogConfig changes;
    private final Clock clock;
    private volatile Cancellable work = () -> {};

    Housekeeping(
            Statements statements,
            HousekeepingConfig config,
            IdempotencyConfig receipts,
            ChangeLogConfig changes,
            Clock clock) {
        this.statements = statements;
        this.config = config;
        this.receipts = receipts;
        this.changes = changes;
        this.clock = clock;
    }

    // Nobody waits for what happens on a clock, so the subscription is made here.
    void start(@Observes StartupEvent event) {
        work = Multi.createFrom()
                .ticks()
                .startingAfter(config.every())
                .every(config.every())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> tidied())
                .subscribe()
                .with(done -> {}, failure -> LOG.error("What is too old is not removed any more", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        work.cancel();
    }

    /** Removes all that is too old now. */
    Uni<Void> tidy() {
        return removed(RECEIPTS, receipts.keep()).chain(() -> removed(CHANGES, changes.keep()));
    }

    private Uni<Void> tidied() {
        return tidy().onFailure().recoverWithUni(failure -> {
            LOG.warn("What is too old was not removed", failure);
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> removed(String sql, Duration keep) {
        return Uni.createFrom()
                .deferred(() -> batch(sql, keep))
                .repeat()
                .withDelay(BREATH)
                .until(count -> count < config.batch())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Long> batch(String sql, Duration keep) {
        Tuple parameters = Tuple.of(clock.instant().minus(keep).atOffset(ZoneOffset.UTC), (long) config.batch(), LOCK);
        return statements.all(sql, parameters, row -> row.getLong(0)).map(rows -> rows.get(0));
    }
}
