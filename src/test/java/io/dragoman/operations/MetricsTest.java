package io.dragoman.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.observe.Scrape;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules and dashboard use metrics that the application has. */
@QuarkusTest
class MetricsTest {

    @TestHTTPResource("/")
    URL facade;

    @BeforeEach
    void load() throws IOException, InterruptedException {
        new Load(URI.create(facade.toString())).round();
    }

    @Test
    void metrics_of_rules_and_dashboard_exist() {
        assertThat(Scrape.take().series())
                .extracting(series -> series.split("[{ ]", 2)[0])
                .containsAll(Expressions.metrics());
    }

    @Test
    void the_bound_of_the_latency_objective_is_a_bucket() {
        assertThat(Documents.read(Expressions.RULES)).contains("{le=\"0.25\"}");
        assertThat(Scrape.take().series())
                .filteredOn(series -> series.startsWith("dragoman_requests_seconds_bucket"))
                .anyMatch(series -> series.contains("le=\"0.25\""));
    }
}
