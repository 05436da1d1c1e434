package io.dragoman.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Knows which parts of people's texts are common, by the sample of the index of texts that the database keeps for its planner.
 *
 * <p>The sample is of all accounts together, as the index is; it decides how people are looked for and never who is found.
 */
@ApplicationScoped
class TextStatistics {

    private static final Logger LOG = Logger.getLogger(TextStatistics.class);

    static final String SAMPLE = "select unnest(cast(cast(s.histogram_bounds as text) as text[])) from pg_stats s"
            + " where s.schemaname = current_schema() and s.tablename = 'person_contains'"
            + " and s.histogram_bounds is not null";

    /** Fewer texts tell nothing; a table that has fewer is small. */
    private static final int ENOUGH = 50;

    private final Statements statements;
    private final SearchConfig config;
    private volatile CommonParts common = CommonParts.NONE;
    private volatile Cancellable work = () -> {};

    TextStatistics(Statements statements, SearchConfig config) {
        this.statements = statements;
        this.config = config;
    }

    /** What is common, as far as it is known by now. */
    CommonParts common() {
        return common;
    }

    // Nobody waits for what happens on a clock, so the subscription is made here.
    void start(@Observes StartupEvent event) {
        work = Uni.createFrom()
                .deferred(this::refreshed)
                .repeat()
                .withDelay(config.sampleEvery())
                .indefinitely()
                .subscribe()
                .with(done -> {}, failure -> LOG.error("Which texts are common is not asked any more", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        work.cancel();
    }

    /** Asks the database. */
    Uni<Void> refresh() {
        return statements
                .all(SAMPLE, Tuple.tuple(), row -> row.getString(0))
                .invoke(sample -> LOG.debugf("Which texts are common is told by %d", sample.size()))
                .invoke(sample -> common = of(sample))
                .replaceWithVoid();
    }

    private Uni<Void> refreshed() {
        return refresh().onFailure().recoverWithUni(failure -> {
            LOG.debug("Which texts are common was not told", failure);
            return Uni.createFrom().voidItem();
        });
    }

    /** What is common by a sample. */
    static CommonParts of(List<String> sample) {
        return sample.size() < ENOUGH ? CommonParts.NONE : CommonParts.of(sample);
    }
}
