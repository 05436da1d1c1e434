package io.dragoman.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.cache.World.Asked;
import io.dragoman.failure.FacadeException;
import io.dragoman.freshness.Freshness;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers who share a reading share nothing else. */
class CallersTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Asked SOMEBODY = new Asked(1, 0);

    private final Vertx vertx = Vertx.vertx();
    private final World world = new World(TIMEOUT);
    private final Context first = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    private final Context second = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());

    /** What a caller got, and where he went on. */
    private record Answer(String value, Context context) {}

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void each_goes_on_where_he_came_from() {
        CompletableFuture<Answer> one = ask(first);
        Awaitility.await().until(() -> world.statements.size() == 1);
        CompletableFuture<Answer> other = ask(second);

        answerOn(first);

        assertThat(one.orTimeout(5, TimeUnit.SECONDS).join()).isEqualTo(new Answer("nobody", first));
        assertThat(other.orTimeout(5, TimeUnit.SECONDS).join()).isEqualTo(new Answer("nobody", second));
    }

    @Test
    void the_age_of_what_was_served_is_told_to_him_who_was_served() {
        CompletableFuture<Answer> fresh = ask(first);
        Awaitility.await().until(() -> world.statements.size() == 1);
        answerOn(first);
        fresh.orTimeout(5, TimeUnit.SECONDS).join();
        world.nanos += Duration.ofSeconds(2).toNanos();
        world.reachable = false;

        ask(second).orTimeout(5, TimeUnit.SECONDS).join();

        assertThat(Freshness.noted(second)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Freshness.noted(first)).isNull();
    }

    @Test
    void whoever_waits_for_the_reading_of_another_waits_no_longer_than_for_his_own() {
        CompletableFuture<Answer> one = ask(first);
        Awaitility.await().until(() -> world.statements.size() == 1);
        CompletableFuture<Answer> other = ask(second);

        assertThat(other.orTimeout(5, TimeUnit.SECONDS))
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(FacadeException.class);
        assertThat(one).isNotDone();
    }

    @Test
    void a_wait_for_the_reading_of_another_counts_as_ones_own() {
        CompletableFuture<Answer> one = ask(first);
        Awaitility.await().until(() -> world.statements.size() == 1);
        CompletableFuture<Answer> other = ask(second);
        hasAsked(second);
        Awaitility.await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        answerOn(first);
        other.orTimeout(5, TimeUnit.SECONDS).join();
        one.orTimeout(5, TimeUnit.SECONDS).join();

        assertThat(Waits.of(second).begin()).isBetween(Duration.ofMillis(100), TIMEOUT);
    }

    private CompletableFuture<Answer> ask(Context caller) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        caller.runOnContext(asked -> world.read(SOMEBODY)
                .subscribe()
                .with(
                        value -> answer.complete(new Answer(value, Vertx.currentContext())),
                        answer::completeExceptionally));
        return answer;
    }

    /** What a context was given before has been done. */
    private static void hasAsked(Context caller) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        caller.runOnContext(now -> done.complete(null));
        done.orTimeout(5, TimeUnit.SECONDS).join();
    }

    private void answerOn(Context context) {
        context.runOnContext(now -> List.copyOf(world.statements).forEach(statement -> {
            statement.look();
            statement.answer();
        }));
    }
}
