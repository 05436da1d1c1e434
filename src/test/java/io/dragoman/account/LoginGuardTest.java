package io.dragoman.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.directory.AccountId;
import io.dragoman.failure.FacadeException;
import io.dragoman.limit.RateLimiter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The guard counts wrong attempts exactly, however many are made at once. */
@QuarkusTest
class LoginGuardTest {

    private static final AccountId ACCOUNT = new AccountId(-1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    RateLimiter limiter;

    @Inject
    Pepper pepper;

    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void of_a_hundred_wrong_attempts_at_once_ten_are_checked() {
        List<Optional<Boolean>> outcomes = atOnce(100, guard(10, 1_000), "one person", false);

        assertThat(checks).hasValue(10);
        assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(90);
    }

    @Test
    void right_attempts_at_once_never_count_against_each_other() {
        List<Optional<Boolean>> outcomes = atOnce(100, guard(10, 1_000), "right person", true);

        assertThat(outcomes).containsOnly(Optional.of(true));
    }

    @Test
    void an_address_is_stopped_whomever_it_tries() {
        LoginGuard guard = guard(10, 25);

        List<Optional<Boolean>> outcomes = IntStream.range(0, 60)
                .mapToObj(i -> attempt(guard, "somebody " + i, "192.0.2.7", false))
                .map(attempt -> attempt.await().atMost(PATIENCE))
                .toList();

        assertThat(checks).hasValue(25);
        assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(35);
    }

    @Test
    void an_ipv6_caller_is_stopped_from_whichever_of_its_addresses_it_tries() {
        LoginGuard guard = guard(10, 25);

        List<Optional<Boolean>> outcomes = IntStream.range(0, 60)
                .mapToObj(i -> attempt(guard, "somebody else " + i, "2001:db8:0:7::" + Integer.toHexString(i), false))
                .map(attempt -> attempt.await().atMost(PATIENCE))
                .toList();

        assertThat(checks).hasValue(25);
        assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(35);
    }

    @Test
    void an_address_past_its_limit_counts_for_no_person_and_waits_in_no_line() {
        LoginGuard guard = guard(2, 3);
        IntStream.range(0, 3)
                .forEach(i -> attempt(guard, "decoy " + i, "192.0.2.11", false)
                        .await()
                        .atMost(PATIENCE));
        Uni<Optional<Boolean>> never = guard.attemptNamed(
                ACCOUNT, "victim", "192.0.2.12", () -> Uni.createFrom().nothing(), right -> !right);
        never.subscribe().with(done -> {});

        IntStream.range(0, 5)
                .forEach(i -> assertThat(attempt(guard, "victim", "192.0.2.11", false)
                                .await()
                                .atMost(PATIENCE))
                        .isEmpty());

        assertThat(checks).hasValue(3);
    }

    @Test
    void a_check_that_fails_counts_for_nobody() {
        LoginGuard guard = guard(1, 1_000);

        Uni<Optional<Boolean>> failing = guard.attemptNamed(
                ACCOUNT,
                "unlucky",
                "192.0.2.8",
                () -> Uni.createFrom().failure(new IllegalStateException()),
                right -> !right);

        assertThat(failing.onFailure().recoverWithNull().await().atMost(PATIENCE))
                .isNull();
        assertThat(attempt(guard, "unlucky", "192.0.2.8", true).await().atMost(PATIENCE))
                .contains(true);
    }

    @Test
    void who_gives_up_waiting_does_not_hold_up_the_others() {
        LoginGuard guard = guard(10, 1_000);
        Uni<Optional<Boolean>> slow = guard.attemptNamed(
                ACCOUNT,
                "slow",
                "192.0.2.9",
                () -> Uni.createFrom().item(true).onItem().delayIt().by(Duration.ofMillis(100)),
                right -> !right);
        slow.subscribe().with(done -> {});
        slow.subscribe().with(done -> {}).cancel();

        assertThat(attempt(guard, "slow", "192.0.2.9", true).await().atMost(PATIENCE))
                .contains(true);
    }

    @Test
    void more_than_may_wait_are_refused_as_unavailable() {
        LoginGuard guard = new LoginGuard(limiter, config(10, 1_000, 2), pepper);
        Uni<Optional<Boolean>> never = guard.attemptNamed(
                ACCOUNT, "crowd", "192.0.2.10", () -> Uni.createFrom().nothing(), right -> !right);
        never.subscribe().with(done -> {});
        never.subscribe().with(done -> {});

        assertThat(never.onItemOrFailure()
                        .transform((done, failure) -> failure)
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOf(FacadeException.class)
                .hasMessageContaining("UNAVAILABLE");
    }

    private List<Optional<Boolean>> atOnce(int attempts, LoginGuard guard, String who, boolean right) {
        List<Uni<Optional<Boolean>>> all = IntStream.range(0, attempts)
                .mapToObj(i -> attempt(guard, who, "192.0.2.1", right))
                .toList();
        return Uni.join().all(all).andFailFast().await().atMost(PATIENCE);
    }

    private Uni<Optional<Boolean>> attempt(LoginGuard guard, String who, String address, boolean right) {
        return guard.attemptNamed(
                ACCOUNT,
                who,
                address,
                () -> Uni.createFrom()
                        .item(right)
                        .invoke(checks::incrementAndGet)
                        .onItem()
                        .delayIt()
                        .by(Duration.ofMillis(2)),
                outcome -> !outcome);
    }

    private LoginGuard guard(int failures, int addressFailures) {
        return new LoginGuard(limiter, config(failures, addressFailures, 1_000), pepper);
    }

    private static LoginsConfig config(int failures, int addressFailures, int waiting) {
        return new LoginsConfig() {
            @Override
            public int failures() {
                return failures;
            }

            @Override
            public Duration failureWindow() {
                return Duration.ofHours(1);
            }

            @Override
            public int addressFailures() {
                return addressFailures;
            }

            @Override
            public Duration addressWindow() {
                return Duration.ofHours(1);
            }

            @Override
            public int waiting() {
                return waiting;
            }
        };
    }
}
