import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/**
 * Makes the AOT cache of an unpacked application: one facade brings up the embedded database, a second one runs on it as in
 * service, is asked in every dialect, and writes its cache when it stops.
 */
final class Training {

    /** More of them have the compiler at work on what a start does not need yet, and nothing is ready sooner. */
    private static final int ROUNDS = 3;

    /** A facade in training as it is in service, but for balancers that would have to notice its end. */
    private static final Map<String, String> AS_IN_SERVICE =
            Map.of("DRAGOMAN_LOG_JSON", "true", "DRAGOMAN_SHUTDOWN_DELAY", "0s");

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path application;
    private final Path databaseJars;
    private final Path data;

    private Training(Path application, Path databaseJars, Path data) {
        this.application = application;
        this.databaseJars = databaseJars;
        this.data = data;
    }

    /** Arguments: the application's folder, the folder of the jars the embedded database needs. Its data stay in the current folder. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of("data").toAbsolutePath();
        new Training(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath(), data).run();
    }

    private void run() throws IOException, InterruptedException {
        Facade database = start(databaseCommand(), Map.of());
        try {
            Facade trainee = start(traineeCommand(), databaseAccess());
            try {
                ask(trainee.port());
            } finally {
                trainee.stop();
            }
        } finally {
            database.stop();
        }
        Path cache = cache();
        if (!Files.isRegularFile(cache)) {
            throw new IllegalStateException("the training run left no " + cache);
        }
        System.out.printf("%s: %d MiB%n", cache, Files.size(cache) >> 20);
    }

    private Path cache() {
        return application.resolve("app.aot");
    }

    private List<String> databaseCommand() throws IOException {
        Path jar = application.resolve("quarkus-run.jar");
        try (JarFile opened = new JarFile(jar.toFile())) {
            String main = opened.getManifest().getMainAttributes().getValue("Main-Class");
            return List.of(
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "-Ddragoman.embedded.dir=" + data,
                    "-cp",
                    jar + ":" + databaseJars + "/*",
                    main);
        }
    }

    private List<String> traineeCommand() {
        return List.of(
                "-XX:AOTCacheOutput=" + cache(),
                "@" + application.resolve("java.options"),
                "-jar",
                application.resolve("quarkus-run.jar").toString());
    }

    /** As variables: a cache keeps the command line it was made with. */
    private Map<String, String> databaseAccess() throws IOException {
        String port = Files.readAllLines(data.resolve("cluster/postmaster.pid")).get(3).strip();
        return Map.of(
                "DRAGOMAN_DB_URL", "postgresql://127.0.0.1:" + port + "/dragoman",
                "DRAGOMAN_DB_USERNAME", "dragoman",
                "DRAGOMAN_DB_PASSWORD", Files.readString(data.resolve("password")).strip());
    }

    private static Facade start(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        int port = freePort();
        int managementPort = freePort();
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + managementPort));
        all.addAll(command);
        ProcessBuilder process = new ProcessBuilder(all).inheritIO();
        process.environment().putAll(AS_IN_SERVICE);
        process.environment().putAll(environment);
        Facade facade = new Facade(process.start(), port, managementPort);
        facade.awaitReady();
        return facade;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void ask(int port) throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            for (HttpRequest request : questions(port)) {
                int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
                if (status >= 500) {
                    throw new IllegalStateException(request + " was answered with " + status);
                }
            }
        }
    }

    /** What clients do most, and what goes wrong most: a list, a person, a search, a login, a refusal. */
    private static List<HttpRequest> questions(int port) {
        String picqer = basic("acme-picqer-key:");
        String cscart = basic("admin@example.com:acme-cscart-key");
        return List.of(
                get(port, "/api/v1/users", "Authorization", picqer),
                get(port, "/api/v1/users/423", "Authorization", picqer),
                get(port, "/api/v1/users/999999", "Authorization", picqer),
                get(port, "/api/v1/users", "Authorization", basic("no-such-key:")),
                get(port, "/api/users", "X-BillomatApiKey", "acme-billomat-key"),
                get(port, "/api/users?email=info&format=json", "X-BillomatApiKey", "acme-billomat-key"),
                get(port, "/api/users/1", "X-BillomatApiKey", "acme-billomat-key"),
                get(port, "/api/roles", "X-BillomatApiKey", "acme-billomat-key"),
                get(port, "/api/users/999999", "X-BillomatApiKey", "acme-billomat-key"),
                erply(port, "verifyUser&username=admin&password=demo-admin-1"),
                erply(port, "verifyUser&username=nobody&password=wrong"),
                get(port, "/api/users?items_per_page=10&sort_by=name", "Authorization", cscart),
                get(port, "/api/users?email=customer", "Authorization", cscart),
                get(port, "/api/users/3", "Authorization", cscart),
                get(port, "/api/users/999999", "Authorization", cscart));
    }

    private static HttpRequest get(int port, String path, String header, String value) {
        return HttpRequest.newBuilder(uri(port, path)).header(header, value).build();
    }

    private static HttpRequest erply(int port, String call) {
        return HttpRequest.newBuilder(uri(port, "/api/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("clientCode=100001&request=" + call))
                .build();
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String basic(String credential) {
        return "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(UTF_8));
    }

    private record Facade(Process process, int port, int managementPort) {

        void awaitReady() throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!isReady()) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    process.destroyForcibly();
                    throw new IllegalStateException("a facade did not become ready");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }

        private boolean isReady() throws InterruptedException {
            try {
                HttpRequest ready =
                        HttpRequest.newBuilder(uri(managementPort, "/q/health/ready")).build();
                return HTTP.send(ready, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false; // not listening yet
            }
        }

        /** The cache is written after the application has stopped, by the process that is waited for. */
        void stop() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("a facade did not stop");
            }
        }
    }
}
