package io.dragoman.edge;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.smallrye.health.runtime.ShutdownReadinessCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * The order of a stop: not ready any more, then served on for a while, then nothing new, then all that is under way.
 *
 * <p>The framework's own graceful stop cuts requests that came right behind another one, and those that come while it
 * closes its server, so it is left out (quarkus.shutdown.timeout is not set) and all is done before it begins.
 */
@ApplicationScoped
class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);

    private final ShutdownConfig config;
    private final ShutdownReadinessCheck readiness;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ChannelGroup servers = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private volatile boolean begun;
    private volatile boolean closing;

    Drain(ShutdownConfig config, @Readiness ShutdownReadinessCheck readiness) {
        this.config = config;
        this.readiness = readiness;
    }

    void opened(Channel connection) {
        servers.add(connection.parent());
        connections.add(connection);
    }

    /** Whether answers tell callers to open no more requests on their connections. */
    boolean hasBegun() {
        return begun;
    }

    /** Whether a connection ends as soon as nothing is asked on it. */
    boolean isClosing() {
        return closing;
    }

    /** Holds up the thread that stops the process: what comes next takes away all that requests need. */
    void onStop(@Observes ShutdownDelayInitiatedEvent stop) throws InterruptedException {
        readiness.shutdown();
        begun = true;
        LOG.infof(
                "Stopping: not ready any more, serving on for %d ms",
                config.delay().toMillis());
        new CountDownLatch(1).await(config.delay().toMillis(), TimeUnit.MILLISECONDS);
        servers.close().await();
        closing = true;
        connections.forEach(ConnectionDrain::closeIfIdle);
        if (!connections.newCloseFuture().await(config.timeout().toMillis())) {
            LOG.warnf("Stopping although %d connections are not done", connections.size());
        }
    }
}
