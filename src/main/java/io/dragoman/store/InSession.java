package io.dragoman.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.impl.SqlClientConnection;
import org.hibernate.reactive.session.ReactiveConnectionSupplier;

/**
 * Sends plain statements on a session's own connection, so that they see what its transaction has written.
 *
 * <p>Hibernate knows no way to the client's rows but through its own classes.
 */
final class InSession {

    private InSession() {}

    /** The first row, after what the session has yet to write. */
    static <T> Uni<Optional<T>> first(Mutiny.Session session, String sql, Tuple parameters, Function<Row, T> mapping) {
        return session.flush()
                .chain(() -> Uni.createFrom()
                        .completionStage(() -> connection(session).preparedQuery(sql, parameters.getDelegate())))
                .map(rows -> all(rows, mapping).stream().findFirst());
    }

    private static <T> List<T> all(RowSet<io.vertx.sqlclient.Row> rows, Function<Row, T> mapping) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Row::newInstance)
                .map(mapping)
                .toList();
    }

    /** Below what gathers statements to send them together; nothing is gathered after a flush. */
    private static SqlClientConnection connection(Mutiny.Session session) {
        return (SqlClientConnection) ((MutinySessionImpl) session)
                .unwrap(ReactiveConnectionSupplier.class)
                .getReactiveConnection()
                .withBatchSize(1);
    }
}
