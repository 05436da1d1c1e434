package io.dragoman.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.FacadeProcess;
import io.dragoman.cluster.Load.Outcome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas are replaced one after another behind HAProxy, and no caller notices. */
@Tag("cluster")
class RollingRestartIT {

    private static final Logger LOG = Logger.getLogger(RollingRestartIT.class);
    private static final Set<Integer> GOOD = Set.of(200, 201);

    @TempDir
    Path folder;

    @Test
    void three_replicas_are_restarted_under_load_and_no_request_fails() throws Exception {
        Load load = new Load(Duration.ofMillis(20));
        try (FacadeCluster cluster = FacadeCluster.start(
                        "-Ddragoman.shutdown.delay=3s",
                        // It is about requests that get lost, not about a machine that is too slow for its database.
                        "-Ddragoman.store.timeout=30s",
                        "-Ddragoman.store.connect-timeout=20s");
                Program haproxy = Program.haproxy(folder, cluster);
                load) {
            URI entrance = URI.create("http://127.0.0.1:" + haproxy.port() + "/");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Client.globex(entrance).picqer("/users/7").statusCode() == 200);
            callAll(load, Client.globex(entrance));
            for (int replica = 0; replica < cluster.facades().size(); replica++) {
                restart(cluster, replica);
                int before = load.size();
                await().atMost(Duration.ofSeconds(60)).until(() -> load.size() > before + 200);
            }
            load.close();

            LOG.infof(
                    "Rolling restart: %s, slowest %d ms",
                    load.summary(), load.slowest().toMillis());
            assertThat(load.outcomes(outcome -> !GOOD.contains(outcome.status())))
                    .isEmpty();
            assertThat(load.outcomes(RollingRestartIT::isErplysError)).isEmpty();
            assertThat(load.size()).isGreaterThan(1_000);
            assertThat(cluster.postgres().query("select email from person where email like 'rolling-%'"))
                    .hasSameSizeAs(load.outcomes(outcome -> outcome.what().equals("cscart write")))
                    .doesNotHaveDuplicates();
        }
    }

    private static void callAll(Load load, Client client) {
        String session = client.session("staff001", "demo-staff-1");
        load.add("picqer read", number -> client.picqer("/users/" + people(number)));
        load.add("billomat read", number -> client.billomat("GET", "/users/" + people(number), ""));
        load.add("cscart read", number -> client.cscart("GET", "/users/" + people(number), ""));
        load.add("erply read", number -> client.erply("getEmployees", "employeeID", "7", "sessionKey", session));
        load.add("cscart write", number -> client.cscart("POST", "/users", customer(number)));
        load.add("cscart change", number -> client.cscart("PUT", "/users/9", "{\"firstname\":\"N" + number + "\"}"));
    }

    private static int people(int number) {
        return 1 + number % 200;
    }

    private static String customer(int number) {
        return "{\"email\":\"rolling-%d@example.org\",\"user_type\":\"C\",\"company_id\":0}".formatted(number);
    }

    private static boolean isErplysError(Outcome outcome) {
        return outcome.what().startsWith("erply") && !outcome.body().contains("\"errorCode\":0");
    }

    private static void restart(FacadeCluster cluster, int replica) {
        FacadeProcess old = cluster.facade(replica);
        old.terminate();
        assertThat(old.awaitExit()).isEqualTo(143);
        FacadeProcess successor = old.again();
        cluster.replace(replica, successor);
        successor.awaitReady();
        assertThat(List.of(old.port(), old.managementPort()))
                .containsExactly(successor.port(), successor.managementPort());
    }
}
