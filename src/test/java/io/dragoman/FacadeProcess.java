package io.dragoman;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged facade as a process of its own, as an operator starts it. */
public final class FacadeProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** A busy machine unpacks and starts a database for minutes. */
    private static final Duration START = Duration.ofMinutes(4);

    private final Process process;
    private final Place place;
    private final Thread end;

    /** Where a facade listens and writes, and how it is told to. */
    private record Place(int port, int managementPort, Path log, List<String> command) {}

    private FacadeProcess(Process process, Place place) {
        this.process = process;
        this.place = place;
        this.end = new Thread(process::destroyForcibly, "end of facade " + process.pid());
        Runtime.getRuntime().addShutdownHook(end);
    }

    /** Starts the facade with its data in a folder, and waits until it is ready. */
    public static FacadeProcess start(Path data, String... properties) {
        FacadeProcess facade = launch(data, List.of(properties));
        try {
            facade.awaitReady();
        } catch (RuntimeException neverReady) {
            facade.close();
            throw neverReady;
        }
        return facade;
    }

    /** Starts the facade and does not wait. */
    public static FacadeProcess launch(Path data, List<String> properties) {
        int port = FreePorts.next();
        int managementPort = FreePorts.next();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + managementPort,
                "-Ddragoman.embedded.dir=" + data,
                "-Ddragoman.shutdown.delay=0s"));
        command.addAll(properties);
        command.addAll(List.of("-jar", System.getProperty("dragoman.jar")));
        return run(new Place(
                port, managementPort, data.resolveSibling(data.getFileName() + "-" + port + ".log"), command));
    }

    /** Another process in the place of this one, which has ended; does not wait until it is ready. */
    public FacadeProcess again() {
        return run(place);
    }

    private static FacadeProcess run(Place place) {
        try {
            Process process = new ProcessBuilder(place.command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()))
                    .start();
            return new FacadeProcess(process, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitReady() {
        await().atMost(START).pollInterval(Duration.ofMillis(50)).until(() -> isReady() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("the facade stopped: " + log());
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + place.port() + path);
    }

    public int port() {
        return place.port();
    }

    public int managementPort() {
        return place.managementPort();
    }

    /** Where health and metrics are. */
    public URI managementUri(String path) {
        return URI.create("http://127.0.0.1:" + place.managementPort() + path);
    }

    public long pid() {
        return process.pid();
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    }

    /** What the readiness check says. */
    public HttpResponse<String> readiness() throws IOException, InterruptedException {
        return manage("/q/health/ready");
    }

    /** The sum of a metric's series whose labels contain a text; empty where there is none. */
    public OptionalDouble metric(String name, String label) throws IOException, InterruptedException {
        double[] values = manage("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(java.util.Arrays.stream(values).sum());
    }

    /** Asks the process to end, as SIGTERM does. */
    public void terminate() {
        process.destroy();
    }

    /** The exit code of a process that ends by itself. */
    public int awaitExit() {
        CompletableFuture<Process> exit = process.onExit();
        return exit.orTimeout(60, TimeUnit.SECONDS).join().exitValue();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What Prometheus would scrape. */
    public String metrics() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(managementUri("/q/metrics"))).body();
    }

    /** Ends the process at once, as SIGKILL does; what it leaves behind is for the next start to cope with. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(10);
    }

    public String log() {
        try {
            return Files.readString(place.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        awaitExit(60);
        if (process.isAlive()) {
            kill();
        }
        Runtime.getRuntime().removeShutdownHook(end);
    }

    /** Waits for the end of a database whose facade has ended: its last checkpoint may outlast that. */
    static void awaitDatabase(Path data) {
        Path running = data.resolve("cluster").resolve("postmaster.pid");
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.notExists(running));
    }

    private void awaitExit(int seconds) {
        process.onExit().completeOnTimeout(process, seconds, TimeUnit.SECONDS).join();
    }

    private boolean isReady() throws InterruptedException {
        try {
            return readiness().statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    private HttpResponse<String> manage(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(managementUri(path)));
    }
}
