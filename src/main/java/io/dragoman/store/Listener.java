package io.dragoman.store;

import io.dragoman.cache.Change;
import io.dragoman.cache.Coherence;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import io.vertx.sqlclient.Pool;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * One connection's life: listens, proves that it hears what is said where the directory is written, and goes on proving
 * that it lives, until it is deaf or broken.
 *
 * <p>The first sign goes through the pool, as a pooler in the way would let a connection hear itself and nobody else; the
 * later ones go through the connection, so that a busy pool makes nobody deaf. Lives on one event loop.
 */
final class Listener {

    /** Why a listener ended. */
    enum End {
        /** The connection broke, or its server says nothing. */
        BROKEN,
        /** The server has sent what did not arrive. */
        DEAF
    }

    private static final Logger LOG = Logger.getLogger(Listener.class);
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final PgConnection connection;
    private final Pool pool;
    private final Coherence coherence;
    private final FeedConfig config;
    private final FeedMeters meters;
    private final Runnable listening;
    private final Consumer<End> ended;
    private final Pulse pulse = new Pulse();
    private long timer = NO_TIMER;
    private long checked;
    private long heard;
    private long began;
    private boolean proven;
    private boolean said;
    private boolean over;

    Listener(
            Vertx vertx,
            PgConnection connection,
            Pool pool,
            Coherence coherence,
            FeedConfig config,
            FeedMeters meters,
            Runnable listening,
            Consumer<End> ended) {
        this.vertx = vertx;
        this.connection = connection;
        this.pool = pool;
        this.coherence = coherence;
        this.config = config;
        this.meters = meters;
        this.listening = listening;
        this.ended = ended;
    }

    /** Begins to listen. */
    void listen() {
        heard = System.nanoTime();
        checked = heard;
        connection.closeHandler(closed -> end(End.BROKEN));
        connection.exceptionHandler(broken -> end(End.BROKEN));
        connection.notificationHandler(this::hear);
        timer = vertx.setPeriodic(config.heartbeat().toMillis(), tick -> beat());
        connection
                .query("listen " + Journal.CHANNEL + "; listen " + pulse.channel())
                .execute()
                .onSuccess(heeded -> prove())
                .onFailure(refused -> end(End.BROKEN));
    }

    void close() {
        end(End.BROKEN);
    }

    /** What is read from here on is followed by every change of it; what was read before is not, and goes with the proof. */
    private void prove() {
        began = coherence.moment();
        Context own = vertx.getOrCreateContext();
        pool.query(pulse.sign(System.nanoTime()))
                .execute()
                .onComplete(sent -> own.runOnContext(back -> said(sent.succeeded())));
    }

    /** From when it was said on, it must be heard. */
    private void said(boolean done) {
        said = done;
        if (done) {
            heard = System.nanoTime();
        } else {
            end(End.BROKEN);
        }
    }

    private void hear(PgNotification told) {
        if (over) {
            return;
        }
        if (told.getChannel().equals(pulse.channel())) {
            live(Pulse.sent(told.getPayload()));
            return;
        }
        Change change = Change.parse(told.getPayload());
        if (change == null) {
            LOG.warn("Something other than a change was told on " + Journal.CHANNEL + "; everything is read anew");
            coherence.forget();
        } else {
            coherence.changed(change);
        }
    }

    private void live(long sent) {
        heard = System.nanoTime();
        meters.heard(heard - sent);
        if (!proven) {
            proven = true;
            coherence.missedBefore(began);
            listening.run();
        }
        coherence.hearing().heard(sent, config.deafAfter());
    }

    private void beat() {
        long now = System.nanoTime();
        // An event loop that was held up has not looked yet at what has arrived meanwhile.
        boolean late = now - checked > 2 * config.heartbeat().toNanos();
        checked = now;
        if (!late && now - heard > config.deafAfter().toNanos()) {
            end(said ? End.DEAF : End.BROKEN);
        } else if (proven) {
            said = false;
            Future<?> unused = connection.query(pulse.sign(now)).execute().onSuccess(done -> said = true);
        }
    }

    private void end(End why) {
        if (over) {
            return;
        }
        over = true;
        vertx.cancelTimer(timer);
        coherence.hearing().lost();
        Future<Void> unused = connection.close();
        ended.accept(why);
    }
}
