package io.dragoman.store;

import io.dragoman.directory.bulk.ImportJob;
import io.dragoman.directory.bulk.LineField;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Writes down what an import does: an entry for each person, but a short one, as the values stand in the file and in his
 * row; the other replicas are told once for all of a transaction.
 */
final class BulkJournal {

    private static final String RECORD =
            "insert into change_log (account_id, at, actor, system, subject, subject_id, action, changes)"
                    + " select $1, $2, $3, $4, 'person', v.id, v.action, cast(v.changes as jsonb)"
                    + " from unnest($5::uuid[], $6::text[], $7::text[]) v (id, action, changes)";

    private BulkJournal() {}

    static Uni<Void> write(SqlConnection connection, ImportJob job, List<BulkDraft> drafts, Instant now) {
        Tuple entries = Tuple.from(List.of(
                job.account().value(),
                BulkRow.time(now),
                job.by().login(),
                job.by().system(),
                drafts.stream().map(draft -> draft.id().value()).toArray(UUID[]::new),
                drafts.stream().map(BulkJournal::action).toArray(String[]::new),
                drafts.stream().map(BulkJournal::changes).toArray(String[]::new)));
        return connection
                .preparedQuery(RECORD)
                .execute(entries)
                .chain(() -> connection
                        .preparedQuery(Journal.TELL)
                        .execute(Tuple.of(
                                Journal.CHANNEL,
                                Journal.message(Journal.Subject.ACCOUNT, Journal.whole(job.account())))))
                .replaceWithVoid();
    }

    private static String action(BulkDraft draft) {
        return (draft.isNew() ? Journal.Action.CREATE : Journal.Action.CHANGE).word;
    }

    /** Where in the file it stands, and of somebody who was there which of his fields have changed. */
    private static String changes(BulkDraft draft) {
        if (draft.isNew()) {
            return "{\"line\":" + draft.line().line() + "}";
        }
        JsonArray fields = new JsonArray();
        draft.changedFields().stream().map(LineField::word).forEach(fields::add);
        return new JsonObject()
                .put("line", draft.line().line())
                .put("fields", fields)
                .encode();
    }
}
