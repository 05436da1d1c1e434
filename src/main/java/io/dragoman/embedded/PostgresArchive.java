package io.dragoman.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs on the class path, unpacked once for each version of them. */
record PostgresArchive(URL location) {

    static final String PREFIX = "binaries-";

    private static final String RESOURCE = "/postgres-linux-x86_64.txz";

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
                unpack(packed, unfinished);
                Folders.publish(unfinished, binaries, durable);
            }
            return binaries;
        }
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, entry.resolveIn(target));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        Files.setPosixFilePermissions(file, permissions(entry));
    }

    private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
        Set<PosixFilePermission> permissions =
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if ((entry.getMode() & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
        }
        return permissions;
    }
}
