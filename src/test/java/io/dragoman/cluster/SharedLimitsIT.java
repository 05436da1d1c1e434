package io.dragoman.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.FacadeProcess;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What passes of 300 calls at once, a hundred on each replica, with a key that may make a hundred. */
@Tag("cluster")
class SharedLimitsIT {

    @RegisterExtension
    static final SharedCluster CLUSTER = new SharedCluster();

    private static final int QUOTA = 100;

    /** A third of the quota, rounded up. */
    private static final int PART = 34;

    private static final Duration QUARTER = Duration.ofMinutes(15);

    @BeforeEach
    void away_from_the_end_of_a_window() {
        await().atMost(Duration.ofSeconds(40)).until(() -> secondsLeft() > 30);
    }

    @Test
    void with_redis_exactly_the_quota_passes() throws SQLException {
        CLUSTER.get().facades().forEach(facade -> awaitMetric(facade, "dragoman_limit_shared", 1));
        setQuota(5, QUOTA);

        List<Integer> statuses = threeHundredCalls("acme-billomat-limited-key");

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(QUOTA);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(200);
    }

    @Test
    void without_redis_each_replica_lets_its_part_of_the_quota_pass() throws SQLException {
        FacadeCluster cluster = CLUSTER.get();
        setQuota(1_000_000, QUOTA);
        cluster.redis().kill();
        try {
            cluster.facades().forEach(facade -> awaitMetric(facade, "dragoman_limit_degraded", 1));
            List<Integer> statuses = threeHundredCalls("acme-billomat-key");

            assertThat(statuses).filteredOn(status -> status == 200).hasSize(3 * PART);
            assertThat(statuses).filteredOn(status -> status == 429).hasSize(300 - 3 * PART);
        } finally {
            cluster.redis().restart();
            setQuota(QUOTA, 1_000_000);
        }
        cluster.facades().forEach(facade -> awaitMetric(facade, "dragoman_limit_shared", 1));
    }

    /** Gives another quota to the key that has a certain one. */
    private static void setQuota(int before, int after) throws SQLException {
        String sql = """
                with changed as (
                    update api_key set quota = %d from account
                    where account.id = account_id and account.name = 'acme' and system = 'billomat' and quota = %d
                    returning account_id, api_key.id
                )
                select pg_notify('dragoman_change', account_id || ':key:' || id) from changed
                """;
        assertThat(CLUSTER.get().postgres().query(sql.formatted(after, before))).hasSize(1);
    }

    private static void awaitMetric(FacadeProcess facade, String name, double value) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> facade.metric(name, "").orElse(-1) == value);
    }

    private static long secondsLeft() {
        return QUARTER.toSeconds() - Instant.now().getEpochSecond() % QUARTER.toSeconds();
    }

    private static List<Integer> threeHundredCalls(String key) {
        List<FacadeProcess> facades = CLUSTER.get().facades();
        return IntStream.range(0, 300)
                .mapToObj(call -> facades.get(call % facades.size()))
                .map(facade -> request(facade, key))
                .map(Client::sendAsync)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();
    }

    private static HttpRequest request(FacadeProcess facade, String key) {
        return HttpRequest.newBuilder(facade.uri("/api/users/1"))
                .header("X-BillomatApiKey", key)
                .timeout(Duration.ofSeconds(30))
                .build();
    }
}
