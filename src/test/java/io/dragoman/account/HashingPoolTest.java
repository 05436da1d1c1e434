package io.dragoman.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingPoolTest {

    private final HashingPool pool = new HashingPool(Configured.passwords(1, 1), new SimpleMeterRegistry());
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() {
        release.countDown();
        pool.stop();
    }

    @Test
    void work_is_done_on_a_daemon_thread_of_the_pool() {
        Thread worker = pool.compute(Thread::currentThread).await().indefinitely();

        assertThat(worker.getName()).startsWith(HashingPool.THREAD_NAME);
        assertThat(worker.isDaemon()).isTrue();
    }

    @Test
    void a_caller_on_an_event_loop_is_answered_there_and_never_works() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Context caller = vertx.getOrCreateContext();
            CompletableFuture<Thread> worked = new CompletableFuture<>();
            CompletableFuture<Context> answered = new CompletableFuture<>();

            caller.runOnContext(ignored -> pool.compute(Thread::currentThread)
                    .invoke(worked::complete)
                    .subscribe()
                    .with(thread -> answered.complete(Vertx.currentContext())));

            assertThat(answered.get(5, TimeUnit.SECONDS)).isSameAs(caller);
            assertThat(worked.get(5, TimeUnit.SECONDS).getName()).startsWith(HashingPool.THREAD_NAME);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void work_that_finds_the_queue_full_is_unavailable_for_a_second() {
        CompletableFuture<Boolean> running = start(this::waitForRelease);
        CompletableFuture<Boolean> queued = start(() -> true);

        FacadeException refused = catchThrowableOfType(
                FacadeException.class, () -> pool.compute(() -> true).await().indefinitely());

        assertThat(refused.failure())
                .extracting(Failure::kind, Failure::retryAfter)
                .containsExactly(Kind.UNAVAILABLE, Duration.ofSeconds(1));
        release.countDown();
        assertThat(running.join() && queued.join()).isTrue();
    }

    private CompletableFuture<Boolean> start(Supplier<Boolean> work) {
        return pool.compute(work).subscribeAsCompletionStage();
    }

    private boolean waitForRelease() {
        try {
            return release.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
