package io.dragoman.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line for each request, on a thread of its own: who answers requests never waits for a disk or a pipe.
 *
 * <p>Lines past the bound of those that wait are dropped and counted. Category {@value #CATEGORY}, level INFO.
 */
@Singleton
public class AccessLog {

    static final String CATEGORY = "io.dragoman.access";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final int AT_ONCE = 256;
    private static final Duration STOP = Duration.ofSeconds(2);

    /** The writer looks for lines this often while some come, so that no request has to wake it. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private static final int PAUSES = 100;

    /** A request and when it ended; no request wakes the writer for the end. */
    private record Line(@Nullable Access access, Instant ended) {}

    private final LogConfig config;
    private final BlockingQueue<Line> waiting;
    private final Counter dropped;
    private @Nullable Thread writer;
    private volatile boolean stopping;

    AccessLog(LogConfig config, MeterRegistry registry) {
        this.config = config;
        this.waiting = new LinkedBlockingQueue<>(config.queue());
        this.dropped = registry.counter("dragoman.access.dropped");
    }

    /** Whether lines are written at all. */
    public boolean isOn() {
        return LOG.isLoggable(Level.INFO);
    }

    /** Whether lines may name callers' addresses. */
    public boolean namesAddresses() {
        return config.addresses();
    }

    /** Has a line written; returns at once. */
    public void write(Access access) {
        if (!waiting.offer(new Line(access, Instant.now()))) {
            dropped.increment();
        }
    }

    void start(@Observes StartupEvent started) {
        Thread thread = new Thread(this::writeAll, "access-log");
        thread.setDaemon(true);
        thread.start();
        writer = thread;
    }

    /** What waits at a stop is written still. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        if (waiting.offer(new Line(null, Instant.now())) && writer != null) {
            writer.join(STOP.toMillis());
        }
    }

    private void writeAll() {
        List<Line> lines = new ArrayList<>(AT_ONCE);
        int pauses = 0;
        while (!stopping || !waiting.isEmpty()) {
            if (waiting.drainTo(lines, AT_ONCE) > 0) {
                pauses = 0;
            } else if (pauses < PAUSES) {
                pauses++;
                LockSupport.parkNanos(PAUSE.toNanos());
            } else {
                pauses = 0;
                await(lines);
            }
            HeldHandlers.of(LOG).together(() -> lines.forEach(AccessLog::write));
            lines.clear();
        }
    }

    private void await(List<Line> lines) {
        try {
            lines.add(waiting.take());
        } catch (InterruptedException e) {
            stopping = true; // whoever ends the thread wants no more of it
        }
    }

    private static void write(Line line) {
        if (line.access() != null) {
            LOG.logRaw(new AccessRecord(line.access(), line.ended()));
        }
    }
}
