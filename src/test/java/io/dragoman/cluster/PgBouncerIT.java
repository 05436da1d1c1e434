package io.dragoman.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.FacadeProcess;
import io.dragoman.embedded.PostgresProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The facade behind PgBouncer in transaction mode, and what it does when its listener stands there, too. */
@Tag("cluster")
class PgBouncerIT {

    private static final String CASES = "dragoman.test.cases";
    private static final String DEGRADED = "\"degraded\": true";

    @TempDir
    Path folder;

    @Test
    void all_dialects_work_through_a_pool_of_transactions() throws Exception {
        try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgres"));
                Program pgbouncer = Program.pgbouncer(folder, postgres);
                FacadeProcess facade =
                        start("listening", postgres, pgbouncer, "-Ddragoman.feed.url=" + url(postgres.port()))) {
            new DialectWalk(facade.uri("/")).walk();

            assertThat(facade.metric("dragoman_feed_listening", "")).hasValue(1);
            assertThat(facade.readiness().body()).doesNotContain(DEGRADED);
            try (FacadeProcess deaf = start("deaf", postgres, pgbouncer)) {
                a_listener_behind_the_pool_is_known_to_be_deaf(deaf);
                what_a_deaf_replica_shows_is_a_second_old_at_most(facade, deaf);
            }
        }
    }

    /** Whatever cases somebody has: a program that is given the facade's address, and ends with 0 where all of them hold. */
    @Test
    @EnabledIfSystemProperty(named = CASES, matches = ".+")
    void further_cases_hold_through_a_pool_of_transactions() throws Exception {
        try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgres"));
                Program pgbouncer = Program.pgbouncer(folder, postgres);
                FacadeProcess facade =
                        start("cases", postgres, pgbouncer, "-Ddragoman.feed.url=" + url(postgres.port()))) {
            String address = facade.uri("").toString();

            int failed = new ProcessBuilder("python3", System.getProperty(CASES), address)
                    .inheritIO()
                    .start()
                    .waitFor();

            assertThat(failed).isZero();
        }
    }

    private static void a_listener_behind_the_pool_is_known_to_be_deaf(FacadeProcess deaf) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> deaf.readiness().body().contains(DEGRADED)
                        && deaf.metric("dragoman_feed_listening", "").orElse(-1) == 0);
    }

    private static void what_a_deaf_replica_shows_is_a_second_old_at_most(FacadeProcess writer, FacadeProcess deaf) {
        Client reading = Client.globex(deaf.uri("/"));
        Client writing = Client.globex(writer.uri("/"));
        for (int change = 0; change < 5; change++) {
            String name = "Whisper" + change;
            assertThat(reading.picqer("/users/7").statusCode()).isEqualTo(200);
            assertThat(writing.cscart("PUT", "/users/7", "{\"firstname\":\"" + name + "\"}")
                            .statusCode())
                    .isEqualTo(200);
            await().atMost(Duration.ofMillis(1_500))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> reading.picqer("/users/7").body().contains(name));
        }
    }

    private FacadeProcess start(String name, PostgresProcess postgres, Program pgbouncer, String... more) {
        List<String> properties = new ArrayList<>(FacadeCluster.SMALL);
        properties.addAll(postgres.properties(pgbouncer.port()));
        properties.addAll(List.of(
                "-Ddragoman.demo=true",
                "-Ddragoman.db.direct-url=" + url(postgres.port()),
                "-Dquarkus.datasource.reactive.cache-prepared-statements=false",
                "-Dquarkus.datasource.reactive.postgresql.use-layer7-proxy=true"));
        properties.addAll(List.of(more));
        return FacadeProcess.start(folder.resolve(name), properties.toArray(String[]::new));
    }

    private static String url(int port) {
        return "postgresql://127.0.0.1:" + port + "/dragoman";
    }
}
