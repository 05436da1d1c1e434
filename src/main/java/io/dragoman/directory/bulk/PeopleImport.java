package io.dragoman.directory.bulk;

import io.dragoman.directory.Limits;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes people in by the many: batch by batch as they come, never more in memory than are being written. */
@ApplicationScoped
public class PeopleImport {

    /** While the database writes some, the next is read and made ready. */
    private static final int AT_ONCE = 4;

    private final BulkStore store;
    private final LineRules rules;

    PeopleImport(BulkStore store, Limits limits) {
        this.store = store;
        this.rules = new LineRules(limits);
    }

    /**
     * The results of each batch, in the order of the lines, each batch's once its people are kept for good. A batch is one
     * transaction, or several where its lines depend on each other. Fails with UNAVAILABLE where the database is away for
     * longer; what was answered for is kept, and the same import may be repeated.
     */
    public Multi<List<LineResult>> run(ImportJob job, Multi<List<Line>> batches) {
        Lanes lanes = new Lanes(new BatchWriter(store, job));
        return batches.onItem()
                .transformToUni(batch -> lanes.write(rules.check(batch)))
                .merge(AT_ONCE)
                .onItem()
                .invoke(written -> written.turn().end())
                .map(Lanes.Written::results)
                .onCompletion()
                .call(() -> job.writes() ? store.settle() : Uni.createFrom().voidItem());
    }
}
