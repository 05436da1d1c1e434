package io.dragoman.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private static final Deadline LATER = Deadline.within(Duration.ofMinutes(1), Duration.ZERO);
    private static final int QUEUE = 20;

    private final Vertx vertx = Vertx.vertx();
    private final EventLoop here = new DefaultEventLoop();
    private final EventLoop there = new DefaultEventLoop();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        here.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
        there.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void whoever_asks_is_given_a_seat_at_his_event_loop() {
        Seats seats = seats(3);
        Seats.Seat first = seated(take(seats, here));
        Seats.Seat second = seated(take(seats, there));
        seats.release(first);
        seats.release(second);

        assertThat(seated(take(seats, there))).isSameAs(second);
        assertThat(seated(take(seats, here))).isSameAs(first);
        assertThat(seated(take(seats, here))).isNotIn(first, second);
        assertThat(seats.taken()).isEqualTo(3);
    }

    @Test
    void a_seat_elsewhere_is_better_than_none() {
        Seats seats = seats(1);
        Seats.Seat only = seated(take(seats, here));
        seats.release(only);

        assertThat(seated(take(seats, there))).isSameAs(only);
    }

    @Test
    void who_waits_at_the_event_loop_of_a_seat_goes_first() {
        Seats seats = seats(1);
        Seats.Seat only = seated(take(seats, here));
        UniAssertSubscriber<Seats.Seat> elsewhere = take(seats, there);
        UniAssertSubscriber<Seats.Seat> athome = take(seats, here);

        seats.release(only);
        athome.assertCompleted();
        elsewhere.assertNotTerminated();

        seats.release(only);
        elsewhere.assertCompleted();
        assertThat(seats.waiting()).isZero();
    }

    @Test
    void nobody_is_passed_for_ever() {
        Seats seats = seats(1);
        Seats.Seat only = seated(take(seats, here));
        UniAssertSubscriber<Seats.Seat> elsewhere = take(seats, there);
        for (int i = 0; i < 8; i++) {
            UniAssertSubscriber<Seats.Seat> athome = take(seats, here);
            seats.release(only);
            athome.assertCompleted();
        }
        UniAssertSubscriber<Seats.Seat> athome = take(seats, here);

        seats.release(only);

        elsewhere.assertCompleted();
        athome.assertNotTerminated();
    }

    @Test
    void whoever_came_long_after_the_others_passes_nobody() {
        Seats seats = seats(1);
        Seats.Seat only = seated(take(seats, here));
        List<UniAssertSubscriber<Seats.Seat>> elsewhere =
                IntStream.range(0, 9).mapToObj(i -> take(seats, there)).toList();
        UniAssertSubscriber<Seats.Seat> athome = take(seats, here);

        seats.release(only);

        elsewhere.get(0).assertCompleted();
        athome.assertNotTerminated();
    }

    @Test
    void the_queue_has_an_end() {
        Seats seats = seats(1);
        Seats.Seat only = seated(take(seats, here));
        IntStream.range(0, QUEUE).forEach(i -> take(seats, here).assertNotTerminated());

        assertThat(seats.isFull()).isTrue();
        take(seats, here).assertFailedWith(FacadeException.class);
        seats.release(only);
        assertThat(seats.isFull()).isFalse();
        assertThat(seats.taken()).isOne();
    }

    @Test
    void nobody_goes_on_waiting_for_a_database_that_is_away() {
        Seats seats = seats(1);
        take(seats, here).assertCompleted();
        UniAssertSubscriber<Seats.Seat> waiting = take(seats, here);

        seats.sendAway();

        waiting.assertFailedWith(FacadeException.class);
        assertThat(seats.waiting()).isZero();
    }

    private Seats seats(int all) {
        return new Seats(vertx, all, QUEUE, Failure.of(Kind.UNAVAILABLE));
    }

    private static UniAssertSubscriber<Seats.Seat> take(Seats seats, EventLoop loop) {
        return seats.take(loop, LATER).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static Seats.Seat seated(UniAssertSubscriber<Seats.Seat> taking) {
        return taking.assertCompleted().getItem();
    }
}
