package io.dragoman.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The PostgreSQL that the first facade has brought along, for the others to share. */
record Database(String url, String user, String password) {

    private static final String NAME = "dragoman";
    /** The line of {@code postmaster.pid} that holds the port. */
    private static final int PORT = 3;

    /** Whose statements are being worked on, but for the one that asks. */
    private static final String BUSY = "select count(*) from pg_stat_activity where state = 'active'"
            + " and backend_type = 'client backend' and pid <> pg_backend_pid()";

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int LOOKS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The database in a facade's data folder. */
    static Database in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            Path pid = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no server runs in " + folder));
            List<String> lines = Files.readAllLines(pid);
            String password = Files.readString(folder.resolve("password")).trim();
            return new Database("postgresql://127.0.0.1:" + lines.get(PORT).trim() + "/" + NAME, NAME, password);
        }
    }

    /**
     * Waits until it has nothing to do: what a server still asks for callers who have gone would be in the way of whoever is
     * measured next.
     */
    void awaitIdle() throws SQLException, InterruptedException, IOException {
        Instant end = Instant.now().plus(PATIENCE);
        try (Connection connection = DriverManager.getConnection("jdbc:" + url, user, password);
                Statement statement = connection.createStatement()) {
            for (int idle = 0; idle < LOOKS; idle = isIdle(statement) ? idle + 1 : 0) {
                if (Instant.now().isAfter(end)) {
                    throw new IOException("the database was not idle within " + PATIENCE);
                }
                Thread.sleep(LOOK.toMillis());
            }
        }
    }

    private static boolean isIdle(Statement statement) throws SQLException {
        try (ResultSet busy = statement.executeQuery(BUSY)) {
            busy.next();
            return busy.getInt(1) == 0;
        }
    }
}
