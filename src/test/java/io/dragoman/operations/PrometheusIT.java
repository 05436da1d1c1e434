package io.dragoman.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.FacadeProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus, configured as deploy does it, has data for every expression of rules and dashboard. */
@Tag("operations")
class PrometheusIT {

    @RegisterExtension
    static final SharedSite SITE = new SharedSite();

    @TempDir
    Path folder;

    @Test
    void configuration_rules_and_their_tests_are_good() {
        Programs.run("promtool", "check", "config", Prometheus.CONFIG.toString());
        Programs.run("promtool", "check", "rules", Expressions.RULES.toString());
        Programs.run("promtool", "test", "rules", "deploy/prometheus/rules-test.yaml");
    }

    /**
     * An alert has no data while all is well, so both sides of its comparisons are asked for. What the dashboard marks
     * is the start of a replica, so one is replaced meanwhile.
     */
    @Test
    void every_expression_has_data_under_a_load_of_all_dialects() throws IOException, InterruptedException {
        try (Prometheus prometheus = Prometheus.start(folder, SITE.get().replicas())) {
            Set<String> open = new LinkedHashSet<>(Expressions.ofDashboard());
            Expressions.ofRules().stream().map(Expressions::withData).forEach(open::add);
            await().until(() -> prometheus.hasData("up{job=\"dragoman\"} == 1"));
            askAll();
            SITE.get().restart(1);
            await().pollInterval(Duration.ofMillis(300))
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> {
                        askAll();
                        open.removeIf(prometheus::hasData);
                        assertThat(open).isEmpty();
                    });

            assertThat(prometheus.rules())
                    .isNotEmpty()
                    .allSatisfy(rule -> assertThat(rule.path("health").asText())
                            .as("%s", rule)
                            .isEqualTo("ok"));
            assertThat(pages(prometheus)).isEmpty();
        }
    }

    private static void askAll() throws IOException, InterruptedException {
        for (FacadeProcess replica : SITE.get().replicas()) {
            new Load(replica.uri("/")).round();
        }
    }

    private static List<String> pages(Prometheus prometheus) {
        JsonNode firing = prometheus.query("ALERTS{alertstate=\"firing\", severity=\"page\"}");
        return firing.findValuesAsText("alertname");
    }
}
