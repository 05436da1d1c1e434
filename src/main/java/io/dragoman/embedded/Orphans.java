package io.dragoman.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Ends what a killed instance left running, which only the holder of the directory's lock may do. */
final class Orphans {

    private static final Logger LOG = Logger.getLogger(Orphans.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Orphans() {}

    static void stop(Path home, Tools tools, Path data) throws IOException {
        OptionalLong server = Postmaster.pid(data);
        if (server.isPresent() && Processes.isRunning(server.getAsLong(), home)) {
            LOG.warnf("Stopping the PostgreSQL (process %d) a killed instance left in %s", server.getAsLong(), home);
            stopServer(home, tools, data, server.getAsLong());
        }
        // An initdb, or a server that had not yet written its process number.
        endAll(home);
        // Nothing runs here, so the number in it is stale; PostgreSQL would refuse if it is a stranger's by now.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    private static void stopServer(Path home, Tools tools, Path data, long pid) {
        try {
            Postmaster.stop(data, tools);
        } catch (IOException e) {
            // Else the watchdog of the killed instance was faster.
            if (Processes.isRunning(pid, home)) {
                LOG.warnf("It does not stop in an orderly way, ending it: %s", e.getMessage());
            }
        }
    }

    // Looking again, not waiting for exits: where nobody reaps orphans, those never come.
    private static void endAll(Path home) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (List<ProcessHandle> left = Processes.of(home); !left.isEmpty(); left = Processes.of(home)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("cannot end the processes a killed instance left: " + left);
            }
            left.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
