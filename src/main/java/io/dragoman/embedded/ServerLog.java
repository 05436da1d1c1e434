package io.dragoman.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The server's log, kept to a few megabytes by putting it aside at a start. */
record ServerLog(Path file) {

    private static final long LARGE = 4L << 20;
    private static final int REPORTED = 4096;

    static ServerLog rotated(Path home) throws IOException {
        ServerLog log = new ServerLog(home.resolve("postgres.log"));
        if (log.size() > LARGE) {
            Files.move(log.file, home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    String since(long offset) throws IOException {
        if (size() <= offset) {
            return "";
        }
        try (InputStream log = Files.newInputStream(file)) {
            log.skipNBytes(Math.max(offset, size() - REPORTED));
            return new String(log.readNBytes(REPORTED), UTF_8).strip();
        }
    }
}
