package io.dragoman.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server under measurement, in a process of its own. */
final class Target implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    private final int port;

    private Target(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server that listens on the port it is given, and waits until a path of it answers. */
    static Target start(Path log, int port, List<String> command, String readyAt)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("MALLOC_ARENA_MAX", "2"); // as in the image
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Target target = new Target(process, port);
        long end = System.nanoTime() + START.toNanos();
        while (!target.answers(readyAt)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                target.close();
                throw new IOException("the server did not start, see " + log);
            }
            Thread.sleep(50);
        }
        return target;
    }

    long pid() {
        return process.pid();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<byte[]> get(String target, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + target));
        headers.forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> send(String method, String target, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + target))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            return get(path, Map.of()).statusCode() < 500;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }
}
