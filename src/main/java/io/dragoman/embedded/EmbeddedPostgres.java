package io.dragoman.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Brings up the one server of a directory, or finds the one this JVM already runs there. */
final class EmbeddedPostgres {

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);

    // Interned, hence one object for all class loaders: a live reload loads this class anew, the server stays.
    private static final String ONE_AT_A_TIME = EmbeddedPostgres.class.getName().intern();

    private final Settings settings;

    EmbeddedPostgres(Settings settings) {
        this.settings = settings;
    }

    Access running() {
        synchronized (ONE_AT_A_TIME) {
            try {
                requireBundledPrograms();
                return runningIn(Folders.writable(settings.directory()));
            } catch (IOException e) {
                throw new EmbeddedPostgresException(
                        "Cannot start the embedded PostgreSQL in "
                                + settings.directory().toAbsolutePath() + ": " + Folders.reason(e),
                        e);
            }
        }
    }

    private Access runningIn(Path home) throws IOException {
        Optional<RunningServer> earlier = RunningServer.ofThisJvm(home);
        if (earlier.isPresent() && Processes.isRunning(earlier.get().pid(), home)) {
            return new Access(earlier.get().port(), PasswordFile.of(home).read());
        }
        return earlier.isPresent() ? restart(home, earlier.get()) : firstStart(home);
    }

    private Access firstStart(Path home) throws IOException {
        DirectoryLock lock = DirectoryLock.acquire(home);
        try {
            Access access = start(home, Ports.free());
            Held.forTheLifeOfTheJvm(lock);
            return access;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    // On the old port, which the clients know; this JVM holds the lock since the first start.
    private Access restart(Path home, RunningServer dead) throws IOException {
        LOG.warnf("The embedded PostgreSQL in %s (process %d) is gone, starting it again", home, dead.pid());
        return start(home, dead.port());
    }

    private Access start(Path home, int port) throws IOException {
        long begin = System.nanoTime();
        Path binaries = PostgresArchive.bundled().extractInto(home, settings.durable());
        Tools tools = new Tools(binaries, home, Privileges.prefix());
        Cluster cluster = new Cluster(home, tools, settings.durable());
        Orphans.stop(home, tools, cluster.data());
        Folders.dropLeftovers(home, binaries);

        String password = PasswordFile.of(home).readOrCreate(cluster.exists());
        cluster.createIfMissing();
        RunningServer server = new Postmaster(cluster.data(), tools, settings.durable()).start(port);
        Held.forTheLifeOfTheJvm(Watchdog.over(server, cluster.data(), tools));
        server.remember(home);
        LOG.infof(
                "Embedded PostgreSQL ready on 127.0.0.1:%d after %d ms, data in %s (%s)",
                server.port(),
                (System.nanoTime() - begin) / 1_000_000,
                home,
                settings.durable() ? "durable" : "not durable");
        return new Access(server.port(), password);
    }

    private static void requireBundledPrograms() {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!PostgresArchive.isBundled()) {
            throw noneBundled("with this build");
        }
        if (!platform.toLowerCase(Locale.ROOT).equals("linux amd64")) {
            throw noneBundled("for " + platform);
        }
    }

    private static EmbeddedPostgresException noneBundled(String where) {
        return new EmbeddedPostgresException("No database is configured, and no PostgreSQL is bundled " + where
                + ": set "
                + DatabaseChoice.URL + " (postgresql://host:port/database), " + EmbeddedConfigSource.USERNAME + " and "
                + EmbeddedConfigSource.PASSWORD);
    }
}
