package io.dragoman.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dragoman.cache.Waits;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoreGuardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int REQUESTS = 4;
    private static final int CONNECTIONS = 2;
    private static final int QUEUE = 3;

    @Inject
    Vertx vertx;

    @Inject
    Sessions sessions;

    final AtomicInteger calls = new AtomicInteger();
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    StoreGuard guard;

    @BeforeEach
    void makeGuard() {
        guard = guard(TIMEOUT);
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
        IntStream.range(0, REQUESTS).forEach(i -> failure(failing(new ConnectException("refused"))));

        Failure refused = failure(failing(new ConnectException("refused")));

        assertThat(calls).hasValue(REQUESTS);
        assertThat(refused).isEqualTo(Failure.retryable(Kind.UNAVAILABLE, "the directory", PAUSE));
        assertThat(registry.get("dragoman.store.breaker.open").gauge().value()).isOne();
    }

    @Test
    void whether_the_database_is_back_is_asked_by_nobody_who_calls() {
        AtomicInteger questions = new AtomicInteger();
        AtomicBoolean back = new AtomicBoolean();
        guard = guard(TIMEOUT, Duration.ofMillis(10), () -> {
            questions.incrementAndGet();
            return back.get() ? Uni.createFrom().item(1) : Uni.createFrom().failure(new ConnectException("refused"));
        });
        IntStream.range(0, REQUESTS).forEach(i -> failure(failing(new ConnectException("refused"))));

        await().until(() -> questions.get() > 2);
        Failure refused = failure(failing(new ConnectException("refused")));
        back.set(true);

        assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(calls).hasValue(REQUESTS);
        await().until(() -> registry.get("dragoman.store.breaker.open").gauge().value() == 0);
        assertThat(guard.read(() -> Uni.createFrom().item(7)).await().atMost(PATIENCE))
                .isEqualTo(7);
    }

    @Test
    void what_the_database_refuses_does_not_count_as_out_of_reach() {
        IntStream.range(0, REQUESTS * 2).forEach(i -> failure(failing(refusal("23505"))));

        assertThat(failure(failing(refusal("23505"))).kind()).isEqualTo(Kind.DUPLICATE);
    }

    @Test
    void a_row_that_somebody_holds_does_not_count_as_out_of_reach() {
        IntStream.range(0, REQUESTS * 2).forEach(i -> failure(failing(refusal("55P03"))));

        assertThat(failure(failing(refusal("55P03"))).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(calls).hasValue(REQUESTS * 2 + 1);
    }

    @Test
    void a_lost_race_is_run_again() {
        Uni<Integer> second = Uni.createFrom().item(calls::incrementAndGet).invoke(call -> {
            if (call == 1) {
                throw refusal("40P01");
            }
        });

        assertThat(guard.write(attempt -> second).await().atMost(PATIENCE)).isEqualTo(2);
        assertThat(retries("deadlock")).isOne();
    }

    @Test
    void a_race_lost_three_times_is_a_conflict() {
        assertThat(failureOf(guard.write(attempt -> failing(refusal("40001")))).kind())
                .isEqualTo(Kind.CONFLICT);
        assertThat(calls).hasValue(3);
        assertThat(retries("serialization")).isEqualTo(2);
    }

    @Test
    void a_read_is_run_again_on_another_connection() {
        Uni<Integer> second = Uni.createFrom().item(calls::incrementAndGet).invoke(call -> {
            if (call == 1) {
                throw ClosedConnectionException.INSTANCE;
            }
        });

        assertThat(guard.read(() -> second).await().atMost(PATIENCE)).isEqualTo(2);
        assertThat(retries("connection")).isOne();
    }

    @Test
    void a_write_whose_commit_was_sent_is_never_run_again() {
        Failure unknown = failureOf(guard.write(attempt -> {
            attempt.commit();
            return failing(ClosedConnectionException.INSTANCE);
        }));

        assertThat(unknown.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(calls).hasValue(1);
    }

    @Test
    void a_write_whose_commit_was_not_sent_is_run_again() {
        failureOf(guard.write(attempt -> failing(ClosedConnectionException.INSTANCE)));

        assertThat(calls).hasValue(3);
    }

    @Test
    void a_write_that_nobody_waits_for_any_more_is_not_committed() {
        CompletableFuture<Attempt> late = new CompletableFuture<>();
        failureOf(guard.write(attempt -> {
            late.complete(attempt);
            return Uni.createFrom().nothing();
        }));

        assertThatThrownBy(late.join()::commit).isInstanceOf(TimeoutException.class);
    }

    @Test
    void a_server_that_does_not_answer_is_asked_by_as_many_as_there_are_connections() {
        guard = guard(Duration.ofSeconds(5));
        List<UniEmitter<? super Integer>> asked = new CopyOnWriteArrayList<>();
        Uni<Integer> slow = Uni.createFrom().emitter(asked::add);
        List<UniAssertSubscriber<Integer>> waiting = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS + QUEUE; i++) {
            waiting.add(guard.read(() -> slow).subscribe().withSubscriber(UniAssertSubscriber.create()));
        }
        await().until(() -> registry.get("dragoman.store.waiting").gauge().value() == QUEUE);

        Failure refused = failure(Uni.createFrom().item(1));

        assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(asked).hasSize(CONNECTIONS);
        for (int i = 0; i < waiting.size(); i++) {
            int answered = i;
            await().until(() -> asked.size() > answered);
            asked.get(i).complete(i);
        }
        waiting.forEach(one -> one.awaitItem(PATIENCE));
        assertThat(registry.get("dragoman.store.connections")
                        .tag("state", "used")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void a_seat_goes_on_to_who_waits_at_its_holder_s_event_loop() {
        guard = guard(Duration.ofSeconds(5));
        Context here = ((VertxInternal) vertx).createEventLoopContext();
        Context there = Stream.generate(((VertxInternal) vertx)::createEventLoopContext)
                .filter(other -> other.nettyEventLoop() != ((ContextInternal) here).nettyEventLoop())
                .findFirst()
                .orElseThrow();
        List<UniEmitter<? super Integer>> held = new CopyOnWriteArrayList<>();
        IntStream.range(0, CONNECTIONS).forEach(i -> read(here, Uni.createFrom().emitter(held::add)));
        await().until(() -> held.size() == CONNECTIONS);
        List<String> seated = new CopyOnWriteArrayList<>();
        read(there, Uni.createFrom().item(() -> seated.add("there")));
        await().until(() -> registry.get("dragoman.store.waiting").gauge().value() == 1);
        read(here, Uni.createFrom().item(() -> seated.add("here")));
        await().until(() -> registry.get("dragoman.store.waiting").gauge().value() == 2);

        held.get(0).complete(1);

        await().until(() -> seated.size() == 2);
        assertThat(seated).containsExactly("here", "there");
        held.get(1).complete(1);
    }

    @Test
    void all_operations_of_a_request_share_one_time_limit() {
        Context request = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        long begun = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            onContext(request, guard.read(() -> Uni.createFrom().<Integer>nothing()));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TIMEOUT.multipliedBy(5));
    }

    @Test
    void operations_at_once_are_counted_once() {
        Context request = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        Waits waits = Waits.of(request);
        long begun = System.nanoTime();
        waits.begin();
        waits.begin();
        await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        waits.end();
        waits.end();

        Duration counted = waits.begin();

        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(counted).isBetween(Duration.ofMillis(100), took);
        assertThat(Waits.of(request)).isSameAs(waits);
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

    private void read(Context context, Uni<?> operation) {
        context.runOnContext(start -> guard.read(() -> operation).subscribe().with(ended -> {}, failure -> {}));
    }

    private void onContext(Context context, Uni<Integer> operation) {
        CompletableFuture<Object> ended = new CompletableFuture<>();
        context.runOnContext(start -> operation.subscribe().with(ended::complete, ended::complete));
        assertThat(ended.join()).isInstanceOf(FacadeException.class);
    }

    private StoreGuard guard(Duration timeout) {
        return guard(timeout, PAUSE, Uni.createFrom()::nothing);
    }

    private StoreGuard guard(Duration timeout, Duration pause, Supplier<Uni<?>> question) {
        registry = new SimpleMeterRegistry();
        Config config = new Config(timeout, CONNECTIONS, QUEUE, new Limits(REQUESTS, 0.5, pause));
        return new StoreGuard(vertx, config, new StoreMeters(registry), new BoundedPool(config), question);
    }

    private double retries(String reason) {
        return registry.get("dragoman.store.retries")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private Failure failure(Uni<?> operation) {
        return failureOf(guard.read(() -> operation));
    }

    private static Failure failureOf(Uni<?> operation) {
        try {
            operation.await().atMost(PATIENCE);
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

    private record Config(Duration timeout, int connections, int queue, Breaker breaker) implements StoreConfig {

        @Override
        public Duration connectTimeout() {
            return timeout;
        }
    }

    private record Limits(int requests, double ratio, Duration delay) implements StoreConfig.Breaker {}
}
