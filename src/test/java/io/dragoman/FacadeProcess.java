package io.dragoman;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** The packaged facade as a process of its own, as an operator starts it. */
public final class FacadeProcess implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** A busy machine unpacks and starts a database for minutes. */
    private static final Duration START = Duration.ofMinutes(4);

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Path log;

    private FacadeProcess(Process process, int port, int managementPort, Path log) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
    }

    /** Starts the facade with its data in a folder, and waits until it is ready. */
    public static FacadeProcess start(Path data, String... properties) {
        FacadeProcess facade = launch(data, properties);
        try {
            await().atMost(START)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> facade.isReady() || !facade.process.isAlive());
        } catch (ConditionTimeoutException neverReady) {
            facade.kill();
            throw new IllegalStateException("the facade is not ready: " + facade.log(), neverReady);
        }
        if (!facade.process.isAlive()) {
            throw new IllegalStateException("the facade stopped: " + facade.log());
        }
        return facade;
    }

    private static FacadeProcess launch(Path data, String... properties) {
        int port = freePort();
        int managementPort = freePort();
        Path log = data.resolveSibling(data.getFileName() + "-" + port + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + managementPort,
                "-Ddragoman.embedded.dir=" + data));
        command.addAll(List.of(properties));
        command.addAll(List.of("-jar", System.getProperty("dragoman.jar")));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new FacadeProcess(process, port, managementPort, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Where health and metrics are. */
    public URI managementUri(String path) {
        return URI.create("http://127.0.0.1:" + managementPort + path);
    }

    public long pid() {
        return process.pid();
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Ends the process at once, as SIGKILL does; what it leaves behind is for the next start to cope with. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(10);
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        awaitExit(20);
        if (process.isAlive()) {
            kill();
        }
    }

    private void awaitExit(int seconds) {
        process.onExit().completeOnTimeout(process, seconds, TimeUnit.SECONDS).join();
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest.Builder ready = HttpRequest.newBuilder(managementUri("/q/health/ready"));
        try {
            return send(ready).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
