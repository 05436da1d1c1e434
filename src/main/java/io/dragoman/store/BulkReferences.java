package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the rows of an import refer to outside of the import: the account and roles. Held until the transaction ends, as the
 * database's own check of each row would do, which is then left out. The people themselves are written, or locked, by the
 * same transaction.
 */
final class BulkReferences {

    // The locks that the checks take (a key that is shared), here once for each row that is referred to.
    private static final String HOLD =
            "select (select count(*) from (select from account a where a.id = $1 for key share) held),"
                    + " (select count(*) from (select from role r where r.account_id = $1 and r.id = any($2)"
                    + " order by r.id for key share) held)";
    private static final String UNCHECKED = "select set_config('session_replication_role', 'replica', true)";

    private BulkReferences() {}

    /** Fails with CONFLICT where something has gone since it was looked up. */
    static Uni<Void> hold(SqlConnection connection, AccountId account, List<BulkDraft> drafts) {
        Set<UUID> roles = new HashSet<>();
        for (BulkDraft draft : drafts) {
            roles.addAll(draft.links().keySet());
            if (draft.row().get(BulkColumn.PRIMARY_ROLE) instanceof UUID primary) {
                roles.add(primary);
            }
        }
        return connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(account.value(), roles.toArray(UUID[]::new)))
                .invoke(held -> requireAll(held, roles.size()))
                .chain(() -> connection.preparedQuery(UNCHECKED).execute())
                .replaceWithVoid();
    }

    private static void requireAll(RowSet<Row> held, int roles) {
        Row row = held.iterator().next();
        if (row.getLong(0) != 1 || row.getLong(1) != roles) {
            throw Failure.of(Kind.CONFLICT, "deleted by somebody else").toException();
        }
    }
}
