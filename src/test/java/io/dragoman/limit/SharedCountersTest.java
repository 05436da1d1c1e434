package io.dragoman.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.RedisProcess;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers see while Redis is away, slow or empty, and when it comes back. */
class SharedCountersTest {

    private static final Duration SOON = Duration.ofMillis(500);
    private static final Window HOUR = new Window(Duration.ofHours(1));

    private final RedisProcess redis = RedisProcess.start();
    private final Replica replica = new Replica(redis.url(), SOON);
    private final Quota hundred = new Quota("test:" + UUID.randomUUID(), 100, HOUR);
    private final LogLines log = new LogLines(SharedCounters.class);

    @BeforeEach
    void find() {
        untilShared();
    }

    @AfterEach
    void stop() {
        log.close();
        replica.close();
        redis.close();
    }

    @Test
    void a_killed_redis_is_replaced_by_counting_alone() {
        replica.take(hundred, 40);
        redis.kill();

        Allowance alone = replica.take(hundred, 1);

        assertThat(alone.granted()).isTrue();
        assertThat(alone.shared()).isFalse();
        assertThat(alone.remaining()).isEqualTo(99);
        assertThat(replica.counters().isAway()).isTrue();
        assertThat(replica.counters().fallbacks()).isEqualTo(1);
    }

    @Test
    void alone_each_replica_has_its_part_and_shows_no_call_that_would_be_refused() {
        try (Replica second = Replica.on(redis.url());
                Replica third = Replica.on(redis.url())) {
            List<Replica> replicas = List.of(replica, second, third);
            replicas.forEach(Replica::beat);
            redis.kill();

            List<Integer> granted = replicas.stream().map(this::takeAll).toList();

            assertThat(granted).containsExactly(34, 34, 34);
            assertThat(replica.take(hundred, 1).remaining()).isZero();
            assertThat(replica.take(hundred, 0).quota().limit()).isEqualTo(100);
        }
    }

    @Test
    void a_frozen_redis_holds_calls_up_for_one_timeout_once() {
        redis.freeze();

        assertThat(took(() -> atOnce(300))).isLessThan(SOON.multipliedBy(10));
        assertThat(took(() -> atOnce(300))).isLessThan(SOON);
        redis.thaw();
    }

    @Test
    void calls_whose_connection_is_cut_are_counted_alone_at_once() {
        try (Replica patient = Replica.on(redis.url())) {
            redis.freeze();
            List<Uni<Allowance>> underWay = IntStream.range(0, 50)
                    .mapToObj(i -> patient.asyncTake(hundred, 1).memoize().indefinitely())
                    .toList();
            underWay.forEach(call -> call.subscribe().with(taken -> {}));

            redis.kill();

            Uni<List<Allowance>> all = Uni.join().all(underWay).andFailFast();
            assertThat(took(() ->
                            assertThat(all.await().atMost(Replica.PATIENCE)).noneMatch(Allowance::shared)))
                    .isLessThan(Replica.UNHURRIED);
        }
    }

    @Test
    void a_replica_that_is_busy_does_not_take_its_own_delay_for_an_outage() {
        assertThat(replica.takeWhileBusy(hundred, SOON.multipliedBy(2))).allMatch(Allowance::shared);

        assertThat(replica.counters().isAway()).isFalse();
    }

    @Test
    void a_call_that_waited_in_vain_goes_on_where_it_was_made() {
        redis.freeze();

        assertThat(replica.staysOnContext(hundred)).isTrue();
    }

    @Test
    void a_call_that_waited_for_the_start_goes_on_where_it_was_made() {
        try (Replica starting = new Replica(redis.url(), SOON)) {
            assertThat(starting.staysOnContext(hundred)).isTrue();
        }
    }

    @Test
    void what_a_frozen_redis_was_asked_it_counts_when_it_goes_on_and_not_a_second_time() {
        redis.freeze();
        atOnce(10);

        redis.thaw();
        untilShared();

        assertThat(replica.take(hundred, 0).remaining()).isEqualTo(90);
    }

    @Test
    void a_redis_that_was_frozen_for_long_is_shared_again() {
        redis.freeze();
        atOnce(1);
        // Longer than the client keeps a silent connection.
        await().during(Duration.ofSeconds(4)).atMost(Replica.PATIENCE).until(() -> {
            replica.beat();
            return replica.counters().isAway();
        });

        redis.thaw();
        untilShared();

        assertThat(replica.take(hundred, 1).shared()).isTrue();
        assertThat(log.lines()).hasSize(3);
    }

    @Test
    void a_redis_that_comes_back_empty_begins_all_windows_anew() {
        replica.take(hundred, 40);
        redis.kill();
        replica.take(hundred, 10);
        redis.restart();
        untilShared();

        Allowance taken = replica.take(hundred, 1);

        assertThat(taken.shared()).isTrue();
        assertThat(taken.remaining()).isEqualTo(99);
    }

    @Test
    void what_was_counted_alone_stays_counted_through_all_outages_of_a_window() {
        redis.kill();
        replica.take(hundred, 60);
        redis.restart();
        untilShared();
        redis.kill();

        assertThat(replica.take(hundred, 1).remaining()).isEqualTo(39);
    }

    @Test
    void calls_are_given_back_where_they_were_counted() {
        Allowance inRedis = replica.take(hundred, 10);
        redis.freeze();
        Allowance alone = replica.take(hundred, 10);
        replica.giveBack(inRedis, 10);
        redis.thaw();
        untilShared();

        replica.giveBack(alone, 10);

        // Ten from before, and ten that Redis was asked for while it was frozen.
        assertThat(replica.take(hundred, 0).remaining()).isEqualTo(80);
        redis.kill();
        assertThat(replica.take(hundred, 0).remaining()).isEqualTo(100);
    }

    @Test
    void each_change_is_one_line_in_the_log() {
        redis.kill();
        atOnce(50);
        replica.beat();
        redis.restart();
        untilShared();
        replica.beat();

        assertThat(log.lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("INFO").contains("all replicas together (1 now)"),
                        line -> assertThat(line).startsWith("WARN").contains("each quota divided by 1"),
                        line -> assertThat(line).startsWith("INFO"));
    }

    @Test
    void a_server_without_room_for_another_client_is_as_good_as_away() {
        try (Cli cli = new Cli(redis.url())) {
            cli.ask(Command.CONFIG, "SET", "maxclients", "1");
            try (Replica late = new Replica(redis.url(), SOON)) {
                late.beat();
                assertThat(late.take(hundred, 1).shared()).isFalse();

                cli.ask(Command.CONFIG, "SET", "maxclients", "100");

                await().atMost(Replica.PATIENCE).untilAsserted(() -> {
                    late.beat();
                    assertThat(late.take(hundred, 1).shared()).isTrue();
                });
            }
        }
    }

    @Test
    void a_server_that_refuses_to_write_is_as_good_as_away() {
        try (Cli cli = new Cli(redis.url())) {
            cli.ask(Command.REPLICAOF, "127.0.0.1", "1");

            assertThat(replica.take(hundred, 1).shared()).isFalse();
            replica.beat();
            assertThat(replica.counters().isAway()).isTrue();
        }
    }

    @Test
    void a_replica_that_starts_without_redis_counts_alone_after_a_moment() {
        redis.kill();
        try (Replica late = new Replica(redis.url(), SOON)) {
            Uni<Allowance> first = late.asyncTake(hundred, 1);
            late.beat();

            assertThat(first.await().atMost(Replica.PATIENCE).shared()).isFalse();
        }
    }

    private void atOnce(int calls) {
        List<Uni<Allowance>> all = IntStream.range(0, calls)
                .mapToObj(i -> replica.asyncTake(hundred, 1))
                .toList();
        Uni.join().all(all).andFailFast().await().atMost(Replica.PATIENCE);
    }

    /** How many calls a replica grants until it shows that there are no more. */
    private int takeAll(Replica one) {
        int granted = 0;
        while (one.take(hundred, 0).remaining() > 0) {
            granted += one.take(hundred, 1).granted() ? 1 : 0;
        }
        return granted;
    }

    private void untilShared() {
        await().atMost(Replica.PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            replica.beat();
            return replica.counters().isShared();
        });
    }

    private static Duration took(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
