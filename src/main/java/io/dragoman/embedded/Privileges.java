package io.dragoman.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** As whom PostgreSQL's programs run: they refuse to run as root. */
final class Privileges {

    // In a user namespace of its own root is nobody, yet still the owner of its files.
    private static final List<String> AS_NOBODY = List.of("unshare", "-U");

    private Privileges() {}

    /** What to put before every command of PostgreSQL. */
    static List<String> prefix() throws IOException {
        if (effectiveUser(Files.readString(Path.of("/proc/self/status"))) != 0) {
            return List.of();
        }
        requireNamespaces();
        return AS_NOBODY;
    }

    static long effectiveUser(String status) throws IOException {
        String uids = status.lines()
                .filter(line -> line.startsWith("Uid:"))
                .findFirst()
                .orElseThrow(() -> new IOException("/proc/self/status names no user"));
        return Long.parseLong(uids.split("\\s+", -1)[2]);
    }

    private static void requireNamespaces() throws IOException {
        try {
            Tools.run(new ProcessBuilder("unshare", "-U", "true"), "");
        } catch (IOException e) {
            throw new IOException(
                    "PostgreSQL does not run as root, and 'unshare -U', which would help, fails (" + e.getMessage()
                            + "): run as an ordinary user, or set " + DatabaseChoice.URL
                            + " to use an external database",
                    e);
        }
    }
}
