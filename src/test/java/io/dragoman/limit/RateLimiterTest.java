package io.dragoman.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final Instant TWELVE = Instant.parse("2026-01-01T12:00:00Z");
    private static final Quota QUOTA = new Quota("test", 5, new Window(Duration.ofMinutes(15)));

    private final SettableClock clock = new SettableClock(TWELVE);
    private final RateLimiter limiter = new RateLimiter(new LocalCounters(clock, 1_000));

    @Test
    void counts_down_and_then_refuses() {
        assertThat(IntStream.range(0, 5).map(i -> take(1).remaining())).containsExactly(4, 3, 2, 1, 0);

        assertThat(take(1).granted()).isFalse();
    }

    @Test
    void a_refused_call_costs_nothing() {
        take(3);

        assertThat(take(3).granted()).isFalse();
        assertThat(take(2).granted()).isTrue();
    }

    @Test
    void peeking_takes_nothing() {
        take(2);

        assertThat(limiter.peek(QUOTA).await().indefinitely().remaining()).isEqualTo(3);
        assertThat(take(1).remaining()).isEqualTo(2);
    }

    @Test
    void a_new_quarter_of_the_clock_begins_anew() {
        clock.set(TWELVE.plusSeconds(899));
        take(5);
        clock.set(TWELVE.plusSeconds(900));

        Allowance allowance = take(1);

        assertThat(allowance.granted()).isTrue();
        assertThat(allowance.reset()).isEqualTo(TWELVE.plusSeconds(1_800));
        assertThat(allowance.resetsIn()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void buckets_do_not_share_their_calls() {
        take(5);

        Quota other = new Quota("other", 5, QUOTA.window());

        assertThat(limiter.take(other, 1).await().indefinitely().remaining()).isEqualTo(4);
    }

    @Test
    void parallel_calls_never_pass_the_limit() {
        Quota hundred = new Quota("parallel", 100, QUOTA.window());
        // Mutiny sets itself up when it is first used, and fails where several threads do so at once.
        limiter.peek(hundred).await().indefinitely();
        ExecutorService callers = Executors.newFixedThreadPool(8);

        List<Future<Boolean>> answers = IntStream.range(0, 300)
                .mapToObj(i -> callers.submit(
                        () -> limiter.take(hundred, 1).await().indefinitely().granted()))
                .toList();

        assertThat(answers).filteredOn(RateLimiterTest::isGranted).hasSize(100);
        callers.shutdown();
    }

    @Test
    void calls_given_back_may_be_taken_again() {
        Allowance taken = take(5);
        limiter.giveBack(taken, 2).await().indefinitely();

        assertThat(take(2).granted()).isTrue();
        assertThat(take(1).granted()).isFalse();
    }

    @Test
    void no_more_is_given_back_than_was_taken() {
        limiter.giveBack(take(1), 3).await().indefinitely();

        assertThat(take(1).remaining()).isEqualTo(4);
    }

    @Test
    void calls_of_a_window_that_is_over_are_given_back_to_none() {
        Allowance taken = take(1);
        clock.set(TWELVE.plusSeconds(900));
        take(1);

        limiter.giveBack(taken, 1).await().indefinitely();

        assertThat(take(0).remaining()).isEqualTo(4);
    }

    @Test
    void a_window_from_the_first_call_lasts_its_whole_length() {
        Quota quota = new Quota("first call", 2, Window.fromFirstCall(Duration.ofMinutes(15)));
        clock.set(TWELVE.plusSeconds(890));
        limiter.take(quota, 2).await().indefinitely();

        clock.set(TWELVE.plusSeconds(890 + 899));
        assertThat(limiter.take(quota, 1).await().indefinitely().granted()).isFalse();
        clock.set(TWELVE.plusSeconds(890 + 900));
        assertThat(limiter.take(quota, 1).await().indefinitely().granted()).isTrue();
    }

    @Test
    void calls_given_back_begin_no_window() {
        Quota quota = new Quota("given back", 1, Window.fromFirstCall(Duration.ofMinutes(15)));
        Allowance taken = limiter.take(quota, 1).await().indefinitely();
        limiter.giveBack(taken, 1).await().indefinitely();
        clock.set(TWELVE.plusSeconds(600));

        Allowance allowance = limiter.take(quota, 1).await().indefinitely();

        assertThat(allowance.granted()).isTrue();
        assertThat(allowance.reset()).isEqualTo(TWELVE.plusSeconds(1_500));
    }

    private static boolean isGranted(Future<Boolean> answer) {
        try {
            return answer.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private Allowance take(int calls) {
        return limiter.take(QUOTA, calls).await().indefinitely();
    }
}
