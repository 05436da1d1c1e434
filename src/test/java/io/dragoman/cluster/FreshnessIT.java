package io.dragoman.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.FacadeProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How soon a write on one replica is seen: there at once, on the others as soon as they have heard of it. */
@Tag("cluster")
class FreshnessIT {

    @RegisterExtension
    static final SharedCluster CLUSTER = new SharedCluster();

    private static final Logger LOG = Logger.getLogger(FreshnessIT.class);
    private static final int WRITES = 1_000;

    /** How long a replica may take to notice that it hears nothing any more (dragoman.feed.deaf-after). */
    private static final Duration BOUND = Duration.ofSeconds(3);

    @Test
    void a_thousand_writes_are_seen_at_once_where_they_were_made_and_soon_by_the_others() throws Exception {
        List<Client> clients = CLUSTER.get().facades().stream()
                .map(facade -> Client.globex(facade.uri("/")))
                .toList();
        List<Long> delays = new ArrayList<>();
        ExecutorService watchers = Executors.newFixedThreadPool(2);
        try {
            for (int write = 0; write < WRITES; write++) {
                delays.addAll(writeAndWatch(clients, write, watchers));
            }
        } finally {
            watchers.shutdownNow();
        }

        long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
        LOG.infof(
                "Seen by others after: median %d ms, 99th percentile %d ms, at most %d ms",
                sorted[sorted.length / 2], sorted[sorted.length * 99 / 100], sorted[sorted.length - 1]);
        assertThat(sorted[sorted.length * 99 / 100]).isLessThan(250);
        assertThat(sorted[sorted.length - 1]).isLessThan(BOUND.toMillis());
        assertThat(hits()).isGreaterThan(WRITES);
    }

    /** Writes on one replica, reads there in another dialect, and gives how long the two others took to show it. */
    private static List<Long> writeAndWatch(List<Client> clients, int write, ExecutorService watchers) {
        // Every fifth of the staff is inactive.
        int number = 2 + write / 3 % 40 / 4 * 5 + write % 3;
        String name = "Fresh" + write + "x";
        Client writer = clients.get(write % clients.size());
        assertThat(writer.cscart("PUT", "/users/" + number, "{\"firstname\":\"" + name + "\"}")
                        .statusCode())
                .isEqualTo(200);
        long acknowledged = System.nanoTime();

        List<CompletableFuture<Long>> seen = IntStream.range(1, clients.size())
                .mapToObj(next -> clients.get((write + next) % clients.size()))
                .map(other -> watch(reading(other, write, number), name, acknowledged, watchers))
                .toList();

        assertThat(writer.picqer("/users/" + number).body()).contains(name);
        return seen.stream().map(CompletableFuture::join).toList();
    }

    private static Supplier<String> reading(Client client, int write, int number) {
        return switch (write % 3) {
            case 0 -> () -> client.picqer("/users/" + number).body();
            case 1 -> () -> client.billomat("GET", "/users/" + number, "").body();
            default -> () -> client.cscart("GET", "/users/" + number, "").body();
        };
    }

    private static CompletableFuture<Long> watch(
            Supplier<String> reading, String name, long since, ExecutorService watchers) {
        return CompletableFuture.supplyAsync(() -> untilShown(reading, name, since), watchers);
    }

    private static long untilShown(Supplier<String> reading, String name, long since) {
        String shown = reading.get();
        while (!shown.contains(name)) {
            assertThat(Duration.ofNanos(System.nanoTime() - since)).as(shown).isLessThan(Duration.ofSeconds(10));
            shown = reading.get();
        }
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }

    /** That the replicas do remember: otherwise all of this would prove nothing. */
    private static double hits() throws IOException, InterruptedException {
        double hits = 0;
        for (FacadeProcess facade : CLUSTER.get().facades()) {
            hits += facade.metric("dragoman_cache_gets_total", "result=\"hit\"").orElse(0);
        }
        return hits;
    }
}
