package io.dragoman.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;

/** The PostgreSQL programs on the class path, unpacked once for each version of them. */
record PostgresArchive(URL location) {

    static final String PREFIX = "binaries-";

    private static final String RESOURCE = "/postgres-linux-x86_64.txz";

    /** Whether this build brings the programs along; the container image does not. */
    static boolean isBundled() {
        return PostgresArchive.class.getResource(RESOURCE) != null;
    }

    static PostgresArchive bundled() throws IOException {
        URL location = PostgresArchive.class.getResource(RESOURCE);
        if (location == null) {
            throw new IOException("the PostgreSQL programs (" + RESOURCE + ") are not on the class path");
        }
        return new PostgresArchive(location);
    }

    Path extractInto(Path home, boolean durable) throws IOException {
        URLConnection connection = location.openConnection();
        // A cached jar file would stay open, and go stale when a build replaces it.
        connection.setUseCaches(false);
        try (InputStream packed = connection.getInputStream()) {
            // No version is written in the archive; two versions are not of the same length to the byte.
            Path binaries = home.resolve(PREFIX + connection.getContentLengthLong());
            if (!Files.isDirectory(binaries)) {
                Path unfinished = home.resolve(binaries.getFileName() + ".tmp");
                Folders.delete(unfinished);
                TarXz.unpack(packed, unfinished);
                Folders.publish(unfinished, binaries, durable);
            }
            return binaries;
        }
    }
}
