package io.dragoman.store;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes the pool of connections with a bounded queue before it, and lets the statements of lists stay prepared. */
@Singleton
final class BoundedPool implements PgPoolCreator {

    private static final int LONGEST_PREPARED = 16_384;

    private final StoreConfig config;

    BoundedPool(StoreConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(BoundedPool::prepare);
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setMaxWaitQueueSize(config.queue())
                        .setConnectionTimeout((int) config.timeout().toMillis())
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    /** A server that is gone without a word is noticed by the system. */
    private static void prepare(PgConnectOptions options) {
        options.setPreparedStatementCacheSqlLimit(LONGEST_PREPARED);
        options.setTcpKeepAlive(true);
    }
}
