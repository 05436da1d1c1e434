package io.dragoman.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.FacadeProcess;
import io.dragoman.cluster.Load.Outcome;
import io.dragoman.embedded.PostgresProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What callers of each dialect see while PostgreSQL is stopped, frozen or restarted under them, and afterwards. */
@Tag("cluster")
class ClusterOutageIT {

    @RegisterExtension
    static final SharedCluster CLUSTER = new SharedCluster();

    private static final Logger LOG = Logger.getLogger(ClusterOutageIT.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration OUTAGE = Duration.ofSeconds(4);

    /** Silence is told from peace by three heartbeats that do not come, and by a question that is not answered. */
    private static final Duration NOTICED = Duration.ofSeconds(6);

    /** What a call may take: the store's own limit, and a slow machine. */
    private static final Duration LONGEST = Duration.ofSeconds(7);

    private static final String DEGRADED = "\"degraded\": true";
    private static final Duration RECOVERY = Duration.ofSeconds(2);

    @Test
    void a_stopped_database_is_survived() throws Exception {
        survive("stopped", PostgresProcess::stop, PostgresProcess::start, true);
    }

    @Test
    void a_frozen_database_is_survived() throws Exception {
        survive("frozen", PostgresProcess::freeze, PostgresProcess::thaw, true);
    }

    @Test
    void a_restarted_database_is_survived() throws Exception {
        survive("restarted", PostgresProcess::stop, PostgresProcess::start, false);
    }

    /** A step that an operator, or bad luck, takes. */
    private interface Step {
        void take(PostgresProcess postgres) throws IOException;
    }

    private static void survive(String name, Step away, Step back, boolean forAWhile) throws Exception {
        PostgresProcess postgres = CLUSTER.get().postgres();
        Load load = new Load(PAUSE);
        try (load) {
            CLUSTER.get().facades().forEach(facade -> callAll(load, facade, name));
            // What a replica has never done takes it seconds, which are no outage's doing.
            await().atMost(Duration.ofSeconds(60)).until(() -> load.fewest() > 20);
            away.take(postgres);
            try {
                if (forAWhile) {
                    stayAway();
                }
            } finally {
                back.take(postgres);
            }
            Duration recovery = recovery(postgres);
            LOG.infof("%s: whole again after %d ms", name, recovery.toMillis());
            assertThat(recovery).isLessThan(RECOVERY);
        }
        LOG.infof("%s: %s, slowest %d ms", name, load.summary(), load.slowest().toMillis());
        assertAnsweredInDialect(load);
        assertNothingLostOrDoubled(load, postgres, name);
    }

    /** Each replica has a caller for each dialect, who reads what is known, and two who write. */
    private static void callAll(Load load, FacadeProcess facade, String name) {
        Client client = Client.globex(facade.uri("/"));
        String session = client.session("staff001", "demo-staff-1");
        load.add("picqer read", number -> client.picqer("/users/7"));
        load.add("billomat read", number -> client.billomat("GET", "/users/7", ""));
        load.add("cscart read", number -> client.cscart("GET", "/users/7", ""));
        load.add("erply read", number -> client.erply("getSessionKeyUser", "sessionKey", session));
        load.add("cscart write", number -> client.cscart("POST", "/users", customer(name, number)));
        load.add("billomat write", number -> client.billomat("POST", "/roles", role(name, number)));
    }

    private static String customer(String name, int number) {
        return "{\"email\":\"%s-%d@example.org\",\"user_type\":\"C\",\"company_id\":0}".formatted(name, number);
    }

    private static String role(String name, int number) {
        return "{\"role\":{\"name\":\"%s-%d\"}}".formatted(name, number);
    }

    private static void stayAway() throws IOException, InterruptedException {
        long end = System.nanoTime() + OUTAGE.toNanos();
        for (FacadeProcess facade : CLUSTER.get().facades()) {
            await().atMost(NOTICED).until(() -> facade.readiness().body().contains(DEGRADED));
            assertThat(facade.readiness().statusCode()).isEqualTo(200);
        }
        await().atMost(NOTICED).until(() -> System.nanoTime() > end);
    }

    /** How long after PostgreSQL itself the last replica reads what it does not know, and writes. */
    private static Duration recovery(PostgresProcess postgres) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(postgres::answers);
        long back = System.nanoTime();
        return CLUSTER.get().facades().stream()
                .map(facade -> CompletableFuture.supplyAsync(() -> untilWhole(facade)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(whole -> Duration.ofNanos(whole - back))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static long untilWhole(FacadeProcess facade) {
        Client client = Client.globex(facade.uri("/"));
        for (int attempt = 0; ; attempt++) {
            String email = "whole-" + System.nanoTime() + "-" + facade.port() + "@example.org";
            int written = client.cscart(
                            "POST",
                            "/users",
                            "{\"email\":\"%s\",\"user_type\":\"C\",\"company_id\":0}".formatted(email))
                    .statusCode();
            if (written == 201
                    && client.cscart("GET", "/users?email=" + email, "").statusCode() == 200) {
                return System.nanoTime();
            }
            assertThat(attempt).isLessThan(10_000);
        }
    }

    private static void assertAnsweredInDialect(Load load) {
        assertThat(load.slowest()).isLessThan(LONGEST);
        assertThat(load.outcomes(is("picqer read", 200).negate().and(of("picqer read"))))
                .isEmpty();
        assertThat(load.outcomes(is("billomat read", 200).negate().and(of("billomat read"))))
                .isEmpty();
        assertThat(load.outcomes(is("cscart read", 200).negate().and(of("cscart read"))))
                .isEmpty();
        assertThat(load.outcomes(of("erply read").and(outcome -> !outcome.body().contains("\"errorCode\":0"))))
                .isEmpty();
        assertThat(load.outcomes(of("cscart write").and(is(201).or(is(503)).negate())))
                .isEmpty();
        assertThat(load.outcomes(of("billomat write").and(is(201).or(is(503)).negate())))
                .isEmpty();
        assertThat(load.outcomes(is("cscart write", 503)))
                .allMatch(outcome -> outcome.body().contains("\"status\":503"));
        assertThat(load.outcomes(is("billomat write", 503)))
                .allMatch(outcome -> outcome.body().contains("\"error\""));
    }

    private static void assertNothingLostOrDoubled(Load load, PostgresProcess postgres, String name)
            throws SQLException {
        List<String> people = postgres.query("select email from person where email like '" + name + "-%@example.org'");
        List<String> roles = postgres.query("select name from role where name like '" + name + "-%'");

        assertThat(people)
                .doesNotHaveDuplicates()
                .containsAll(load.outcomes(is("cscart write", 201)).stream()
                        .map(outcome -> name + "-" + outcome.number() + "@example.org")
                        .toList());
        assertThat(roles)
                .doesNotHaveDuplicates()
                .containsAll(load.outcomes(is("billomat write", 201)).stream()
                        .map(outcome -> name + "-" + outcome.number())
                        .toList());
    }

    private static Predicate<Outcome> of(String what) {
        return outcome -> outcome.what().equals(what);
    }

    private static Predicate<Outcome> is(int status) {
        return outcome -> outcome.status() == status;
    }

    private static Predicate<Outcome> is(String what, int status) {
        return of(what).and(is(status));
    }
}
