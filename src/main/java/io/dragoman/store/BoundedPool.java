package io.dragoman.store;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes the pool of connections with a bounded queue before it, and lets the statements of lists stay prepared. */
@Singleton
final class BoundedPool implements PgPoolCreator {

    private static final int LONGEST_PREPARED = 16_384;

    private final StoreConfig config;
    private volatile @Nullable PgConnectOptions server;

    BoundedPool(StoreConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(BoundedPool::prepare);
        server = input.pgConnectOptionsList().get(0);
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setMaxWaitQueueSize(config.queue())
                        .setConnectionTimeout((int) config.timeout().toMillis())
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    /** How the server is reached, for those who need a connection of their own; a copy. */
    PgConnectOptions options() {
        return new PgConnectOptions(Objects.requireNonNull(server, "the pool has not been made yet"));
    }

    /** A server that is gone without a word is noticed by the system. */
    private static void prepare(PgConnectOptions options) {
        options.setPreparedStatementCacheSqlLimit(LONGEST_PREPARED);
        options.setTcpKeepAlive(true);
    }
}
