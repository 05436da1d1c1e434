package io.dragoman.store;

import io.dragoman.cache.Coherence;
import io.dragoman.store.Listener.End;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one connection of its own on which the changes that replicas make are heard, and makes a new one whenever it ends.
 *
 * <p>Works in callbacks on one event loop, as nobody waits for it.
 */
@ApplicationScoped
class ChangeFeed {

    private static final Logger LOG = Logger.getLogger(ChangeFeed.class);
    private static final int FIRST_PAUSE = 10;

    /** What the log was last told, so that it is told once. */
    private enum State {
        STARTING,
        LISTENING,
        LOST,
        DEAF,
        STOPPED
    }

    private final Vertx vertx;
    private final Pool pool;
    private final BoundedPool server;
    private final Coherence coherence;
    private final FeedConfig config;
    private final FeedMeters meters;
    private @Nullable Context context;
    private @Nullable Listener listener;
    private State state = State.STARTING;
    private long pause;

    ChangeFeed(
            Vertx vertx,
            Pool pool,
            BoundedPool server,
            Coherence coherence,
            FeedConfig config,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.pool = pool;
        this.server = server;
        this.coherence = coherence;
        this.config = config;
        meters = new FeedMeters(registry, coherence.hearing());
        pause = firstPause();
    }

    // The pool is made when it is first asked for something, and with it the way to the server is known.
    void start(@Observes StartupEvent event) {
        LOG.debugf("The pool has %d connections", pool.size());
        Context own = vertx.getOrCreateContext();
        context = own;
        own.runOnContext(begin -> connect());
    }

    void stop(@Observes ShutdownEvent event) {
        Context own = context;
        if (own != null) {
            own.runOnContext(end -> silence());
        }
    }

    private void silence() {
        state = State.STOPPED;
        if (listener != null) {
            listener.close();
        }
    }

    /**
     * An attempt that takes too long is given up, and its connection closed should it be made after all. A server that
     * has let the caller in is given longer: after an outage it has many to let in.
     */
    private void connect() {
        if (state == State.STOPPED) {
            return;
        }
        Future<PgConnection> opening = PgConnection.connect(vertx, options());
        opening.timeout(config.deafAfter().toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(this::listen)
                .onFailure(failure -> {
                    opening.onSuccess(PgConnection::close);
                    ended(End.BROKEN);
                });
    }

    private void listen(PgConnection connection) {
        if (state == State.STOPPED) {
            Future<Void> unused = connection.close();
            return;
        }
        listener = new Listener(vertx, connection, pool, coherence, config, meters, this::proven, this::ended);
        listener.listen();
    }

    private void proven() {
        pause = firstPause();
        if (state == State.LOST || state == State.DEAF) {
            LOG.info("Changes made elsewhere are heard again; everything is read anew");
        }
        state = State.LISTENING;
    }

    private void ended(End why) {
        if (state == State.STOPPED) {
            return;
        }
        if (state == State.LISTENING) {
            meters.gap();
        }
        if (why == End.DEAF) {
            tellDeaf();
        } else if (state != State.DEAF) {
            tellLost();
        }
        vertx.setTimer(nextPause(), over -> connect());
    }

    private void tellDeaf() {
        if (state != State.DEAF) {
            LOG.error("Changes made elsewhere do not arrive: the connection that listens is deaf, as through a pooler"
                    + " of transactions. Set dragoman.feed.url to the server itself. Until then everything is read"
                    + " anew after dragoman.cache.blind-ttl");
        }
        state = State.DEAF;
    }

    private void tellLost() {
        if (state != State.LOST) {
            LOG.warn("Changes made elsewhere are not heard: the connection that listens is lost, another is tried");
        }
        state = State.LOST;
    }

    /** Longer each time, and by chance, so that replicas do not come back all at once. */
    private long nextPause() {
        long next = pause;
        pause = Math.min(2 * pause, config.maxPause().toMillis());
        return next / 2 + 1 + ThreadLocalRandom.current().nextLong(next / 2 + 1);
    }

    private long firstPause() {
        return Math.max(1, config.maxPause().toMillis() / FIRST_PAUSE);
    }

    /** Those of the pool, so that encryption is the same, to where one is to listen. */
    private PgConnectOptions options() {
        PgConnectOptions options = server.options();
        config.url()
                .map(PgConnectOptions::fromUri)
                .ifPresent(own ->
                        options.setHost(own.getHost()).setPort(own.getPort()).setDatabase(own.getDatabase()));
        // What whoever looks at the server's connections sees.
        options.addProperty("application_name", "dragoman-feed");
        // Silence is told by heartbeats.
        options.setReadIdleTimeout(0);
        return options.setConnectTimeout((int) config.connectTimeout().toMillis());
    }
}
