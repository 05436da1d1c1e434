package io.dragoman.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The PostgreSQL that the first facade has brought along, for the others to share. */
record Database(String url, String user, String password) {

    private static final String NAME = "dragoman";
    /** The line of {@code postmaster.pid} that holds the port. */
    private static final int PORT = 3;

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
}
