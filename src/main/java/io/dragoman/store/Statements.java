package io.dragoman.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Sends single prepared statements by the plain client: such as may be sent twice, where a connection breaks. */
@ApplicationScoped
class Statements {

    private final Pool pool;
    private final StoreGuard guard;

    Statements(Pool pool, StoreGuard guard) {
        this.pool = pool;
        this.guard = guard;
    }

    /** All rows. */
    <T> Uni<List<T>> all(String sql, Tuple parameters, Function<Row, T> mapping) {
        return guard.read(() -> pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(mapping)
                        .toList()));
    }

    /** The first row. */
    <T> Uni<Optional<T>> first(String sql, Tuple parameters, Function<Row, T> mapping) {
        return all(sql, parameters, mapping).map(rows -> rows.stream().findFirst());
    }
}
