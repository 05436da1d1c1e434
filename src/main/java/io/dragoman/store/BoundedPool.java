package io.dragoman.store;

import io.netty.channel.ChannelPipeline;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.net.impl.NetSocketInternal;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Makes the pool of connections: none of them can be held by a server that does not answer. */
@Singleton
final class BoundedPool implements PgPoolCreator {

    private static final int LONGEST_PREPARED = 16_384;

    /** What Vert.x calls the handler that ends silent connections, and PostgreSQL's client its own. */
    private static final String SILENT = "idle";

    private static final String CODEC = "codec";

    private final StoreConfig config;
    private final AtomicInteger open = new AtomicInteger();
    private volatile @Nullable PgConnectOptions server;

    BoundedPool(StoreConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        server = new PgConnectOptions(input.pgConnectOptionsList().get(0));
        input.pgConnectOptionsList().forEach(this::prepare);
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setMaxWaitQueueSize(config.queue())
                        // Its timer is not stopped by a failure, which it then reports as a fault of its own. Nobody
                        // waits without a limit: callers have theirs, and connections are made or fail in theirs.
                        .setConnectionTimeout(0))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .withConnectHandler(this::connected)
                .using(input.vertx())
                .build();
    }

    /** How the server is reached, without the pool's own limits, for those who need a connection of their own; a copy. */
    PgConnectOptions options() {
        return new PgConnectOptions(Objects.requireNonNull(server, "the pool has not been made yet"));
    }

    /** How many connections there are. */
    int open() {
        return open.get();
    }

    private void prepare(PgConnectOptions options) {
        options.setPreparedStatementCacheSqlLimit(LONGEST_PREPARED);
        options.setTcpKeepAlive(true);
        options.addProperty("application_name", "dragoman");
        options.setConnectTimeout((int) config.connectTimeout().toMillis());
        // Until the connection is made: a server that is frozen lets callers in and says nothing. After an outage all
        // connections are made at once, and the proof of the password takes each of them its time.
        options.setReadIdleTimeout((int) config.timeout().toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        if (!options.getUseLayer7Proxy()) {
            // A pooler refuses what it cannot keep apart for its clients; there the server's own settings count.
            options.addProperty("statement_timeout", Long.toString(config.serverTimeout(config.timeout())));
        }
    }

    private void connected(SqlConnection connection) {
        NetSocketInternal socket = socket(connection);
        ChannelPipeline pipeline = socket.channelHandlerContext().pipeline();
        if (pipeline.get(SILENT) != null) {
            pipeline.remove(SILENT);
        }
        pipeline.addAfter(CODEC, "silence", new SilenceLimit(config.timeout()));
        open.incrementAndGet();
        socket.channelHandlerContext().channel().closeFuture().addListener(closed -> open.decrementAndGet());
        connection.close(); // hands it to the pool
    }

    private static NetSocketInternal socket(SqlConnection connection) {
        return ((SocketConnectionBase)
                        ((SqlConnectionInternal) connection).unwrap().unwrap())
                .socket();
    }
}
