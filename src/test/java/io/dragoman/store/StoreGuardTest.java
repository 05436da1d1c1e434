package io.dragoman.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoreGuardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int REQUESTS = 4;

    @Inject
    Vertx vertx;

    @Inject
    Sessions sessions;

    StoreGuard guard;
    final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void makeGuard() {
        guard = new StoreGuard(vertx, new Config(TIMEOUT, 1, new Limits(REQUESTS, 0.5, PAUSE)));
    }

    @Test
    void what_takes_too_long_is_unavailable() {
        assertThat(failure(Uni.createFrom().nothing()).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void a_connection_that_breaks_is_unavailable() {
        assertThat(failure(failing(new IOException("reset"))).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure(failing(refusal("57P01"))).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void a_database_out_of_reach_is_left_alone_for_a_while() {
        IntStream.range(0, REQUESTS).forEach(i -> failure(failing(new IOException("reset"))));

        Failure refused = failure(failing(new IOException("reset")));

        assertThat(calls).hasValue(REQUESTS);
        assertThat(refused).isEqualTo(Failure.retryable(Kind.UNAVAILABLE, "the directory", PAUSE));
    }

    @Test
    void what_the_database_refuses_does_not_count_as_out_of_reach() {
        IntStream.range(0, REQUESTS * 2).forEach(i -> failure(failing(refusal("23505"))));

        assertThat(failure(failing(refusal("23505"))).kind()).isEqualTo(Kind.DUPLICATE);
    }

    @Test
    void a_lost_race_is_run_again_once() {
        Uni<Integer> second = Uni.createFrom().item(calls::incrementAndGet).invoke(call -> {
            if (call == 1) {
                throw refusal("40P01");
            }
        });

        assertThat(guard.write(() -> second).await().atMost(PATIENCE)).isEqualTo(2);
    }

    @Test
    void a_race_lost_twice_is_a_conflict() {
        assertThatThrownBy(() ->
                        guard.write(() -> failing(refusal("40001"))).await().atMost(PATIENCE))
                .asInstanceOf(type(FacadeException.class))
                .extracting(thrown -> thrown.failure().kind())
                .isEqualTo(Kind.CONFLICT);
        assertThat(calls).hasValue(2);
    }

    @Test
    void transactions_that_are_given_up_half_way_give_their_connections_back() {
        for (int i = 0; i < 60; i++) {
            assertThatThrownBy(() -> sleep(0.2)
                            .ifNoItem()
                            .after(Duration.ofMillis(5))
                            .fail()
                            .await()
                            .indefinitely())
                    .isInstanceOf(TimeoutException.class);
        }

        assertThat(sleep(0).await().atMost(PATIENCE)).isOne();
    }

    private Uni<Integer> sleep(double seconds) {
        return sessions.write(
                session -> session.createNativeQuery("select 1 from pg_sleep(" + seconds + ")", Integer.class)
                        .getSingleResult());
    }

    private Failure failure(Uni<?> operation) {
        try {
            guard.read(() -> operation).await().atMost(PATIENCE);
        } catch (FacadeException e) {
            return e.failure();
        }
        throw new AssertionError("no failure");
    }

    private Uni<Integer> failing(Throwable thrown) {
        return Uni.createFrom()
                .item(calls::incrementAndGet)
                .chain(() -> Uni.createFrom().failure(thrown));
    }

    private static PgException refusal(String state) {
        return new PgException("no", "ERROR", state, "");
    }

    private record Config(Duration timeout, int queue, Breaker breaker) implements StoreConfig {}

    private record Limits(int requests, double ratio, Duration delay) implements StoreConfig.Breaker {}
}
