package io.dragoman.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRuleSpec;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules, dashboard and runbook speak of the same things. */
class RulesTest {

    private static final Path RUNBOOK = Path.of("src/docs/operations.md");
    private static final String PAGE = RUNBOOK.toString().replace('\\', '/');

    @Test
    void kubernetes_has_the_same_rules() {
        Map<String, Object> rule = Documents.only(Manifests.K8S.resolve("components/monitoring/prometheus-rule.yaml"));

        assertThat(rule.get("spec")).isEqualTo(Documents.only(Expressions.RULES));
        assertThat(Documents.as(PrometheusRuleSpec.class, rule.get("spec")).getGroups())
                .isNotEmpty();
    }

    @Test
    void each_alert_has_an_entry_in_the_runbook_and_each_entry_an_alert() {
        assertThat(headings().filter(heading -> heading.startsWith("Dragoman")))
                .containsExactlyInAnyOrderElementsOf(
                        Expressions.alerts().stream().map(RulesTest::name).toList());
    }

    @Test
    void each_alert_says_how_grave_it_is_and_where_its_entry_is() {
        assertThat(Expressions.alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(Documents.asMap(alert.get("labels")).get("severity")).isIn("page", "ticket");
            assertThat(Documents.asMap(alert.get("annotations")))
                    .containsKeys("summary", "description")
                    .containsEntry("runbook_url", PAGE + "#" + name(alert).toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void each_alert_is_tested() {
        String tests = Documents.read(Path.of("deploy/prometheus/rules-test.yaml"));

        assertThat(Expressions.alerts()).extracting(RulesTest::name).allMatch(tests::contains);
    }

    @Test
    void what_is_used_under_a_recorded_name_is_recorded() {
        assertThat(Expressions.rules().stream()
                        .filter(rule -> rule.containsKey("record"))
                        .map(rule -> rule.get("record").toString()))
                .containsAll(Expressions.recorded());
    }

    private static String name(Map<String, Object> alert) {
        return alert.get("alert").toString();
    }

    private static Stream<String> headings() {
        return Pattern.compile("^#+ (.+)$", Pattern.MULTILINE)
                .matcher(Documents.read(RUNBOOK))
                .results()
                .map(found -> found.group(1));
    }
}
