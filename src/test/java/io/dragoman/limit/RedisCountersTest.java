package io.dragoman.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.dragoman.RedisProcess;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three replicas count as one, by the clock of Redis; each one's own clock shows another century. */
class RedisCountersTest {

    private static final Window HOUR = new Window(Duration.ofHours(1));
    private static final Window FROM_FIRST_CALL = Window.fromFirstCall(Duration.ofHours(1));

    private static final RedisProcess REDIS = RedisProcess.start();
    private static final List<Replica> REPLICAS =
            IntStream.range(0, 3).mapToObj(i -> Replica.on(REDIS.url())).toList();
    private static final Cli CLI = new Cli(REDIS.url());

    private final String bucket = "test:key:" + UUID.randomUUID();
    private final Replica replica = REPLICAS.get(0);

    @AfterAll
    static void stop() {
        CLI.close();
        REPLICAS.forEach(Replica::close);
        REDIS.close();
    }

    @Test
    void of_three_hundred_calls_at_once_on_three_replicas_exactly_a_hundred_pass() {
        Quota hundred = new Quota(bucket, 100, FROM_FIRST_CALL);
        List<Uni<Allowance>> calls = IntStream.range(0, 300)
                .mapToObj(i -> REPLICAS.get(i % 3).asyncTake(hundred, 1))
                .toList();

        List<Allowance> answers = Uni.join().all(calls).andFailFast().await().atMost(Replica.PATIENCE);

        assertThat(answers).allMatch(Allowance::shared);
        assertThat(answers).filteredOn(Allowance::granted).hasSize(100);
        assertThat(answers)
                .filteredOn(Allowance::granted)
                .extracting(Allowance::remaining)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void a_call_that_costs_more_than_is_left_takes_nothing() {
        Quota five = new Quota(bucket, 5, HOUR);
        replica.take(five, 3);

        assertThat(REPLICAS.get(1).take(five, 3).granted()).isFalse();
        assertThat(REPLICAS.get(2).take(five, 2).granted()).isTrue();
    }

    @Test
    void peeking_takes_nothing_and_leaves_no_key_behind() {
        Allowance peeked = replica.take(new Quota(bucket, 5, HOUR), 0);

        assertThat(peeked.granted()).isTrue();
        assertThat(peeked.remaining()).isEqualTo(5);
        assertThat(CLI.keys()).noneMatch(key -> key.endsWith(bucket));
    }

    @Test
    void a_window_on_the_clock_is_that_of_redis() {
        Allowance taken = replica.take(new Quota(bucket, 5, HOUR), 1);

        long now = Long.parseLong(CLI.ask(Command.TIME).get(0).toString());
        assertThat(taken.reset().getEpochSecond()).isEqualTo((now / 3_600 + 1) * 3_600);
        assertThat(taken.resetsIn()).isBetween(Duration.ZERO, Duration.ofHours(1));
    }

    @Test
    void a_window_from_the_first_call_lasts_its_whole_length_by_the_clock_of_redis() {
        Quota five = new Quota(bucket, 5, FROM_FIRST_CALL);
        Allowance first = replica.take(five, 1);

        Allowance second = REPLICAS.get(1).take(five, 1);

        assertThat(first.resetsIn()).isEqualTo(Duration.ofHours(1));
        assertThat(first.reset()).isCloseTo(Instant.now().plusSeconds(3_600), within(1, ChronoUnit.MINUTES));
        assertThat(second.reset()).isEqualTo(first.reset());
        assertThat(second.resetsIn()).isLessThanOrEqualTo(first.resetsIn());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void when_a_window_ends_the_next_one_begins(boolean onTheClock) {
        Quota one = new Quota(bucket, 1, new Window(Duration.ofMillis(300), onTheClock));
        Instant reset = replica.take(one, 1).reset();

        Allowance next = await().atMost(Replica.PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> replica.take(one, 1),
                        taken -> taken.granted() && taken.reset().isAfter(reset));

        assertThat(next.reset().minus(next.resetsIn())).isAfterOrEqualTo(reset);
    }

    @Test
    void calls_are_given_back_down_to_none() {
        Quota two = new Quota(bucket, 2, HOUR);
        Allowance taken = replica.take(two, 2);

        REPLICAS.get(1).giveBack(taken, 5);

        assertThat(replica.take(two, 0).remaining()).isEqualTo(2);
        assertThat(CLI.keys()).noneMatch(key -> key.endsWith(bucket));
    }

    @Test
    void calls_of_a_window_that_is_over_are_given_back_to_none() {
        Quota quota = new Quota(bucket, 5, HOUR);
        Allowance taken = replica.take(quota, 1);
        Allowance ofBefore =
                new Allowance(true, quota, 4, taken.reset().minus(Duration.ofHours(1)), taken.resetsIn(), true);

        replica.giveBack(ofBefore, 1);

        assertThat(replica.take(quota, 0).remaining()).isEqualTo(4);
    }

    @Test
    void a_window_that_was_made_shorter_counts_at_once() {
        replica.take(new Quota(bucket, 5, FROM_FIRST_CALL), 5);

        Allowance shorter = replica.take(new Quota(bucket, 5, Window.fromFirstCall(Duration.ofMinutes(1))), 1);

        assertThat(shorter.granted()).isTrue();
        assertThat(shorter.resetsIn()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void no_key_outlives_its_window() {
        replica.take(new Quota(bucket, 5, HOUR), 1);
        replica.take(new Quota(bucket + ":first", 5, FROM_FIRST_CALL), 1);
        replica.beat();

        assertThat(CLI.keys())
                .isNotEmpty()
                .allSatisfy(
                        key -> assertThat(CLI.ask(Command.PTTL, key).toLong()).isBetween(0L, 3_600_000L));
    }

    @Test
    void an_answer_goes_on_where_the_call_was_made() {
        assertThat(replica.staysOnContext(new Quota(bucket, 5, HOUR))).isTrue();
    }

    @Test
    void a_server_that_has_forgotten_the_script_is_told_it_again() {
        Quota five = new Quota(bucket, 5, HOUR);
        replica.take(five, 1);
        CLI.ask(Command.SCRIPT, "FLUSH");

        Allowance taken = replica.take(five, 1);

        assertThat(taken.shared()).isTrue();
        assertThat(taken.remaining()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with spaces", "lines\r\nDEL *\r\n", "größe 漢字 🔑", "{slot}*?[a]\"'", "\u0000"})
    void a_bucket_may_have_any_name(String name) {
        Quota two = new Quota(bucket + name, 2, HOUR);
        replica.take(two, 1);

        assertThat(REPLICAS.get(1).take(two, 1).remaining()).isZero();
        assertThat(REPLICAS.get(2).take(two, 1).granted()).isFalse();
        assertThat(CLI.keys()).contains("test:bucket:" + bucket + name);
    }
}
