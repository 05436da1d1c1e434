package io.dragoman.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dragoman.FacadeProcess;
import io.dragoman.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** A Prometheus as deployed, but for where the replicas are and for how long nobody wants to wait. */
final class Prometheus implements AutoCloseable {

    static final Path CONFIG = Path.of("deploy/prometheus/prometheus.yml");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;

    private Prometheus(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Prometheus start(Path folder, List<FacadeProcess> replicas) throws IOException {
        int port = FreePorts.next();
        Path config = configuration(folder, replicas);
        List<String> command = new ArrayList<>(List.of("prometheus", "--web.listen-address=127.0.0.1:" + port));
        Compose.deployed().command("prometheus").stream()
                .map(option -> option.replaceFirst("/etc/prometheus/prometheus.yml$", config.toString())
                        .replaceFirst("=/prometheus$", "=" + folder.resolve("prometheus")))
                .forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        return new Prometheus(process, port);
    }

    private static Path configuration(Path folder, List<FacadeProcess> replicas) throws IOException {
        Map<String, Object> config = Documents.only(CONFIG);
        Documents.asMap(config.get("global")).replaceAll((name, interval) -> "1s");
        config.put("rule_files", List.of(Expressions.RULES.toAbsolutePath().toString()));
        Map<String, Object> job = Documents.asMap(((List<?>) config.get("scrape_configs")).get(0));
        List<String> targets = replicas.stream()
                .map(replica -> replica.managementUri("/").getAuthority())
                .toList();
        job.put("static_configs", List.of(Map.of("targets", targets)));
        return Files.writeString(folder.resolve("prometheus.yml"), new Yaml().dump(config));
    }

    /** Whether an expression has a value that is a number. */
    boolean hasData(String expression) {
        for (JsonNode series : query(expression)) {
            if (!series.get("value").get(1).asText().equals("NaN")) {
                return true;
            }
        }
        return false;
    }

    JsonNode query(String expression) {
        return get("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .path("result");
    }

    /** All rules with what came of evaluating them. */
    List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        get("rules").path("groups").forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    @Override
    public void close() {
        Programs.stop(process);
    }

    private JsonNode get(String question) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/" + question);
        try {
            JsonNode answer = new ObjectMapper()
                    .readTree(HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                            .body());
            if (!answer.path("status").asText().equals("success")) {
                throw new IllegalArgumentException(question + " was answered with " + answer);
            }
            return answer.path("data");
        } catch (IOException e) {
            return MissingNode.getInstance(); // not listening yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
