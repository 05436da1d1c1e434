package io.dragoman.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules and dashboard use metrics that the application has. */
@QuarkusTest
class MetricsTest {

    @TestHTTPResource("/")
    URL facade;

    @TestHTTPResource(value = "/q/metrics", management = true)
    URL metrics;

    @BeforeEach
    void load() throws IOException, InterruptedException {
        new Load(URI.create(facade.toString())).round();
    }

    @Test
    void metrics_of_rules_and_dashboard_exist() {
        assertThat(exposed()).containsAll(Expressions.metrics());
    }

    @Test
    void the_bound_of_the_latency_objective_is_a_bucket() {
        assertThat(Documents.read(Expressions.RULES)).contains("{le=\"0.25\"}");
        assertThat(scrape().lines().filter(line -> line.startsWith("dragoman_requests_seconds_bucket")))
                .anyMatch(line -> line.contains("le=\"0.25\""));
    }

    private Set<String> exposed() {
        return scrape().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    private String scrape() {
        return RestAssured.get(metrics).asString();
    }
}
