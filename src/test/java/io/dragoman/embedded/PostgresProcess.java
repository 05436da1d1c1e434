package io.dragoman.embedded;

import static org.awaitility.Awaitility.await;

import io.dragoman.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL as a process of its own, which tests stop, kill, freeze and start again. */
public final class PostgresProcess implements AutoCloseable {

    private final Cluster cluster;
    private final int port;
    private final String password;

    private PostgresProcess(Cluster cluster, int port, String password) {
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    /** Starts a server with an empty database in a folder. */
    public static PostgresProcess start(Path folder) throws IOException {
        Path home = Folders.writable(folder).toRealPath();
        Path binaries = PostgresArchive.bundled().extractInto(home, false);
        Cluster cluster = new Cluster(home, new Tools(binaries, home, unprivileged()), true);
        String password = PasswordFile.of(home).readOrCreate(cluster.exists());
        cluster.createIfMissing();
        PostgresProcess server = new PostgresProcess(cluster, FreePorts.next(), password);
        server.start();
        return server;
    }

    /** What to put before the command of a program that refuses to run as root. */
    public static List<String> unprivileged() throws IOException {
        return Privileges.prefix();
    }

    /** Starts it on its port, with what was committed before. */
    public void start() throws IOException {
        RunningServer server = new Postmaster(cluster.data(), cluster.tools(), true).start(port);
        if (server.port() != port) {
            throw new IOException("port " + port + " was taken");
        }
        Held.forTheLifeOfTheJvm(Watchdog.over(server, cluster.data(), cluster.tools()));
    }

    /** Stops it as an operator does: whoever is connected is cut off. */
    public void stop() throws IOException {
        Postmaster.stop(cluster.data(), cluster.tools());
    }

    /** Stops it in the middle of whatever it does: connections stay, and nothing is answered. */
    public void freeze() throws IOException {
        signal("-STOP");
    }

    /** Lets a frozen one go on. */
    public void thaw() throws IOException {
        signal("-CONT");
    }

    public int port() {
        return port;
    }

    public String user() {
        return Access.NAME;
    }

    public String password() {
        return password;
    }

    /** The properties with which a facade uses it. */
    public List<String> properties() {
        return properties(port);
    }

    /** The properties with which a facade uses it through somebody who listens on another port. */
    public List<String> properties(int through) {
        return List.of(
                "-Ddragoman.db.url=postgresql://127.0.0.1:" + through + "/" + Access.NAME,
                "-Ddragoman.db.username=" + Access.NAME,
                "-Ddragoman.db.password=" + password);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + Access.NAME, Access.NAME, password);
    }

    public boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false; // stopped, or on its way
        }
    }

    public List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** Ends whatever runs in its folder. */
    @Override
    public void close() {
        Path home = cluster.home();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    Processes.of(home).forEach(ProcessHandle::destroyForcibly);
                    return Processes.of(home).isEmpty();
                });
    }

    private void signal(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", name));
        Processes.of(cluster.home()).forEach(process -> command.add(Long.toString(process.pid())));
        Tools.run(new ProcessBuilder(command), "");
    }
}
