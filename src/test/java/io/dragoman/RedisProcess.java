package io.dragoman;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/** A real Redis as a process of its own, that can be killed, started again on its port, and frozen. */
public final class RedisProcess implements AutoCloseable {

    private static final Path EXECUTABLE = executable();

    private final int port = FreePorts.next();
    private final List<String> settings;
    private Process process;

    private RedisProcess(List<String> settings) {
        this.settings = settings;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    /** Starts a server that keeps nothing on disk, with more settings of a command line ({@code --requirepass}, {@code x}). */
    public static RedisProcess start(String... settings) {
        RedisProcess redis = new RedisProcess(List.of(settings));
        redis.awaitListening();
        return redis;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Ends it at once; what it knew is lost. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Starts it again after {@link #kill}, empty. */
    public void restart() {
        process = launch();
        awaitListening();
    }

    /** Stops it in the middle of whatever it does: connections stay, and nothing is answered. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets a frozen one go on. */
    public void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        kill();
    }

    private Process launch() {
        List<String> command = new ArrayList<>(
                List.of(EXECUTABLE.toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", ""));
        command.addAll(settings);
        try {
            return new ProcessBuilder(command)
                    .directory(EXECUTABLE.toAbsolutePath().resolveSibling("").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            kill.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitListening() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> isListening() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("Redis ended with " + process.exitValue());
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

    private static Path executable() {
        try {
            return ExecutableProvider.newJarResourceProvider().get().toPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
