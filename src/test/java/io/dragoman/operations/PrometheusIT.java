package io.dragoman.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.FacadeProcess;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** A real Prometheus, configured as deploy does it, has data for every expression of rules and dashboard. */
@Tag("operations")
class PrometheusIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path CONFIG = Path.of("deploy/prometheus/prometheus.yml");

    @TempDir
    Path folder;

    @Test
    void configuration_rules_and_their_tests_are_good() {
        Programs.run("promtool", "check", "config", CONFIG.toString());
        Programs.run("promtool", "check", "rules", Expressions.RULES.toString());
        Programs.run("promtool", "test", "rules", "deploy/prometheus/rules-test.yaml");
    }

    @Test
    void every_expression_has_data_under_a_load_of_all_dialects() throws IOException, InterruptedException {
        try (FacadeProcess facade =
                FacadeProcess.start(folder.resolve("data"), "-Ddragoman.admin.token=" + Load.OPERATOR)) {
            int port = FacadeProcess.freePort();
            Process prometheus = start(port, facade);
            try {
                Load load = new Load(facade.uri("/"));
                Set<String> open = new LinkedHashSet<>(Expressions.ofDashboard());
                Expressions.ofRules().stream().map(Expressions::withData).forEach(open::add);
                await().pollInterval(Duration.ofMillis(500))
                        .atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> {
                            load.round();
                            open.removeIf(expression -> hasData(port, expression));
                            assertThat(open).isEmpty();
                        });
                assertThat(firing(port)).isEmpty();
            } finally {
                Programs.stop(prometheus);
            }
        }
    }

    /** As deployed, but for where the replicas are and for how long nobody wants to wait. */
    private Process start(int port, FacadeProcess facade) throws IOException {
        Map<String, Object> config = Documents.only(CONFIG);
        Documents.asMap(config.get("global")).replaceAll((name, interval) -> "1s");
        config.put("rule_files", List.of(Expressions.RULES.toAbsolutePath().toString()));
        Map<String, Object> job = Documents.asMap(((List<?>) config.get("scrape_configs")).get(0));
        job.put(
                "static_configs",
                List.of(Map.of("targets", List.of(facade.managementUri("/").getAuthority()))));
        Path file = Files.writeString(folder.resolve("prometheus.yml"), new Yaml().dump(config));
        return new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    private static boolean hasData(int port, String expression) {
        for (JsonNode series : query(port, expression)) {
            if (!series.get("value").get(1).asText().equals("NaN")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> firing(int port) {
        return query(port, "ALERTS{alertstate=\"firing\", severity=\"page\"}").findValuesAsText("alertname");
    }

    private static JsonNode query(int port, String expression) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/query?query="
                    + URLEncoder.encode(expression, StandardCharsets.UTF_8));
            JsonNode answer = new ObjectMapper()
                    .readTree(HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                            .body());
            assertThat(answer.path("status").asText()).as(expression).isEqualTo("success");
            return answer.get("data").get("result");
        } catch (IOException e) {
            return new ObjectMapper().createArrayNode(); // not listening yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
