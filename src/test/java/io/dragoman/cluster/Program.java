package io.dragoman.cluster;

import static org.awaitility.Awaitility.await;

import io.dragoman.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the operating system that listens on a port, with a configuration of the tests. */
final class Program implements AutoCloseable {

    private final Process process;
    private final int port;

    private Program(Process process, int port) {
        this.process = process;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** HAProxy before three facades. */
    static Program haproxy(Path folder, FacadeCluster cluster) throws IOException {
        int port = FreePorts.next();
        Map<String, Object> values = new java.util.HashMap<>(Map.of("PORT", port));
        for (int i = 0; i < cluster.facades().size(); i++) {
            values.put("PORT_" + (i + 1), cluster.facade(i).port());
            values.put("CHECK_" + (i + 1), cluster.facade(i).managementPort());
        }
        Path config = configuration(folder, "haproxy.cfg", values);
        return start(List.of("haproxy", "-db", "-f", config.toString()), folder, port);
    }

    /** PgBouncer before a PostgreSQL, in transaction mode. */
    static Program pgbouncer(Path folder, io.dragoman.embedded.PostgresProcess postgres) throws IOException {
        int port = FreePorts.next();
        Path users = folder.resolve("users.txt");
        Files.writeString(users, "\"" + postgres.user() + "\" \"" + postgres.password() + "\"\n");
        Path config = configuration(
                folder,
                "pgbouncer.ini",
                Map.of("PORT", port, "POSTGRES_PORT", postgres.port(), "USERS", users.toAbsolutePath()));
        List<String> command = new ArrayList<>(io.dragoman.embedded.PostgresProcess.unprivileged());
        command.addAll(List.of("pgbouncer", config.toString()));
        return start(command, folder, port);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static Program start(List<String> command, Path folder, int port) throws IOException {
        Path log = folder.resolve("program-" + port + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // Debian keeps both where an ordinary user's path does not lead.
        builder.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
        Program program = new Program(builder.start(), port);
        await().atMost(Duration.ofSeconds(20)).until(() -> program.isListening() || !program.process.isAlive());
        if (!program.process.isAlive()) {
            throw new IOException(command + " ended: " + Files.readString(log));
        }
        return program;
    }

    private static Path configuration(Path folder, String name, Map<String, ?> values) throws IOException {
        try (InputStream template = Program.class.getResourceAsStream("/cluster/" + name)) {
            if (template == null) {
                throw new IOException("there is no " + name);
            }
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, ?> value : values.entrySet()) {
                text = text.replace(
                        "${" + value.getKey() + "}", value.getValue().toString());
            }
            return Files.writeString(folder.resolve(name), text);
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false; // not yet
        }
    }
}
