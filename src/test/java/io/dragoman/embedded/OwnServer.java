package io.dragoman.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of a test's own, that can be frozen, killed and started again. */
public final class OwnServer implements AutoCloseable {

    private final Settings settings;
    private final Path home;
    private final Access access;

    private OwnServer(Settings settings) {
        this.settings = settings;
        home = settings.directory();
        access = new EmbeddedPostgres(settings).running();
    }

    public static OwnServer start() throws IOException {
        return new OwnServer(
                new Settings(Files.createTempDirectory("own-server").toRealPath(), false));
    }

    public int port() {
        return access.port();
    }

    public String user() {
        return Access.NAME;
    }

    public String password() {
        return access.password();
    }

    /** The address of the database at some port of this machine. */
    public String url(int port) {
        return new Access(port, "").url();
    }

    /** Stops all its processes where they stand; connections stay, new ones are accepted by the system. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** Ends it without a word to anybody. */
    public void kill() {
        for (List<ProcessHandle> left = Processes.of(home); !left.isEmpty(); left = Processes.of(home)) {
            left.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Starts it again at its port, after {@link #kill}. */
    public void startAgain() {
        new EmbeddedPostgres(settings).running();
    }

    /** The first column of the first row. */
    public long query(String sql, Object... parameters) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:" + access.url(), Access.NAME, access.password());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        kill();
        Folders.delete(home);
    }

    private void signal(String signal) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        Processes.of(home).forEach(process -> command.add(Long.toString(process.pid())));
        if (new ProcessBuilder(command).start().waitFor() != 0) {
            throw new IOException("could not " + command);
        }
    }
}
