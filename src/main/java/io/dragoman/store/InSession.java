package io.dragoman.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
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
 * <p>Hibernate knows no way to the client's rows but through its own classes; and it interprets a statement that is given to
 * it anew each time, as it does not find what it has kept of it.
 */
final class InSession {

    private InSession() {}

    /** A statement to be sent, with the values of its parameters. */
    record Statement(String sql, Tuple parameters) {}

    /** The first row, after what the session has yet to write. */
    static <T> Uni<Optional<T>> first(Mutiny.Session session, String sql, Tuple parameters, Function<Row, T> mapping) {
        return all(session, sql, parameters, mapping).map(rows -> rows.stream().findFirst());
    }

    /** All rows, after what the session has yet to write. */
    static <T> Uni<List<T>> all(Mutiny.Session session, String sql, Tuple parameters, Function<Row, T> mapping) {
        return sent(session, sql, parameters).map(rows -> all(rows, mapping));
    }

    /** Does what has no rows that matter, after what the session has yet to write. */
    static Uni<Void> execute(Mutiny.Session session, String sql, Tuple parameters) {
        return sent(session, sql, parameters).replaceWithVoid();
    }

    /** The same for a statement that may be sent in other ways too. */
    static Uni<Void> execute(Mutiny.Session session, Statement statement) {
        return execute(session, statement.sql(), statement.parameters());
    }

    /** Does what has no rows that matter, ahead of what the session has yet to write. */
    static Uni<Void> ahead(Mutiny.Session session, String sql, Tuple parameters) {
        return raw(session, sql, parameters).replaceWithVoid();
    }

    /**
     * Sends statements one right behind the other, and all right behind what the session has yet to write; waits for all. Each
     * sees what those before it did; the first that fails is what all fail with.
     *
     * @param session with no more than one row to write, as it waits between two
     */
    static <T> Uni<Optional<T>> together(
            Mutiny.Session session, List<Statement> before, Statement last, Function<Row, T> mapping) {
        List<Uni<?>> first = new ArrayList<>(List.of(session.flush()));
        before.forEach(statement -> first.add(raw(session, statement.sql(), statement.parameters())));
        return Uni.combine()
                .all()
                .unis(
                        Uni.combine().all().unis(first).discardItems(),
                        raw(session, last.sql(), last.parameters()).map(rows -> all(rows, mapping)))
                .with((done, rows) -> rows.stream().findFirst());
    }

    private static Uni<RowSet<io.vertx.sqlclient.Row>> sent(Mutiny.Session session, String sql, Tuple parameters) {
        return session.flush().chain(() -> raw(session, sql, parameters));
    }

    private static Uni<RowSet<io.vertx.sqlclient.Row>> raw(Mutiny.Session session, String sql, Tuple parameters) {
        return Uni.createFrom().completionStage(() -> connection(session).preparedQuery(sql, parameters.getDelegate()));
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
