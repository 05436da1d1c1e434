package io.dragoman.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The directory PostgreSQL keeps its data in, which exists only once it is complete. */
record Cluster(Path home, Tools tools, boolean durable) {

    Path data() {
        return home.resolve("cluster");
    }

    boolean exists() {
        return Files.isDirectory(data());
    }

    void createIfMissing() throws IOException {
        if (exists()) {
            return;
        }
        Path unfinished = home.resolve("cluster.tmp");
        tools.run("", "initdb", initdb(unfinished));
        tools.run("CREATE DATABASE " + Access.NAME + ";\n", "postgres", singleUser(unfinished));
        Folders.publish(unfinished, data(), durable);
    }

    // The built-in locale orders text alike everywhere and for ever; the system's libraries change theirs.
    private List<String> initdb(Path target) {
        return List.of(
                "--pgdata=" + target,
                "--username=" + Access.NAME,
                "--auth=scram-sha-256",
                // What is drawn at random needs no stretching, which each connection would pay for.
                "--set=scram_iterations=1",
                "--pwfile=" + PasswordFile.of(home).file(),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync");
    }

    private static List<String> singleUser(Path target) {
        return List.of("--single", "-D", target.toString(), "-c", "exit_on_error=on", "-c", "fsync=off", "postgres");
    }
}
