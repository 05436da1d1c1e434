package io.dragoman.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Starts and stops the server of a cluster. */
record Postmaster(Path data, Tools tools, boolean durable) {

    private static final int ATTEMPTS = 3;

    static OptionalLong pid(Path data) throws IOException {
        String content;
        try {
            content = Files.readString(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
        return content.lines()
                .limit(1)
                .filter(line -> line.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    RunningServer start(int port) throws IOException {
        ServerLog log = ServerLog.rotated(tools.home());
        int attempt = port;
        for (int i = 1; ; i++) {
            long before = log.size();
            try {
                tools.run("", "pg_ctl", startArguments(attempt, log));
                return new RunningServer(pid(data).orElseThrow(() -> new IOException("it ended at once")), attempt);
            } catch (IOException e) {
                String report = log.since(before);
                // Between our look and its start another process took the port.
                if (i == ATTEMPTS || !report.contains("could not bind")) {
                    throw new IOException(report.isEmpty() ? e.getMessage() : report, e);
                }
                attempt = Ports.free();
            }
        }
    }

    static void stop(Path data, Tools tools) throws IOException {
        tools.run("", "pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "120"));
    }

    // The long wait is for the recovery after a crash.
    private List<String> startArguments(int port, ServerLog log) {
        return List.of(
                "start",
                "-D",
                data.toString(),
                "-l",
                log.file().toString(),
                "-w",
                "-t",
                "300",
                "-s",
                "-o",
                String.join(" ", options(port)));
    }

    private List<String> options(int port) {
        String durability = durable ? "on" : "off";
        List<String> options = new ArrayList<>(List.of("-p " + port));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                // A socket file would be one more way in.
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=128MB",
                "fsync=" + durability,
                "synchronous_commit=" + durability,
                "full_page_writes=" + durability,
                "timezone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off")) {
            options.add("-c " + setting);
        }
        return options;
    }
}
