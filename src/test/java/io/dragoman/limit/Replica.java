package io.dragoman.limit;

import io.netty.util.concurrent.EventExecutor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.RedisOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The limiter of one replica with a client of its own, whose heart beats when a test says so and whose clock is wrong. */
final class Replica implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** So slow a machine that runs the tests may be. */
    static final Duration UNHURRIED = Duration.ofSeconds(5);

    private static final Clock WRONG = Clock.fixed(Instant.parse("1999-12-31T23:59:59Z"), ZoneOffset.UTC);

    private final Vertx vertx = Vertx.vertx();
    private final SharedCounters counters;
    private final RateLimiter limiter;

    Replica(String url, Duration timeout) {
        RedisOptions options = new RedisOptions()
                .setConnectionString(url)
                .setNetClientOptions(
                        new NetClientOptions().setConnectTimeout(1_000).setReadIdleTimeout(3));
        RedisLink link = new RedisLink(vertx, options, timeout);
        counters = new SharedCounters(
                new LocalCounters(WRONG, 1_000),
                new RedisCounters(link, "test:"),
                link,
                new Replicas(link, "test:", Duration.ofMillis(500), 1));
        limiter = new RateLimiter(counters);
    }

    /** One that has found its Redis. */
    static Replica on(String url) {
        Replica replica = new Replica(url, UNHURRIED);
        replica.beat();
        return replica;
    }

    void beat() {
        counters.beat().await().atMost(PATIENCE);
    }

    Uni<Allowance> asyncTake(Quota quota, int calls) {
        return limiter.take(quota, calls);
    }

    /** Whether an answer to a call from an event loop is worked on there, as what follows a call may live nowhere else. */
    boolean staysOnContext(Quota quota) {
        Context context = vertx.getOrCreateContext();
        CompletableFuture<Context> answered = new CompletableFuture<>();
        context.runOnContext(ignored -> asyncTake(quota, 1)
                .subscribe()
                .with(taken -> answered.complete(Vertx.currentContext()), answered::completeExceptionally));
        return answered.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join() == context;
    }

    /** Calls made from all event loops, each of which is then held up for so long. */
    @SuppressWarnings("deprecation") // Vert.x has no other way to all of them
    List<Allowance> takeWhileBusy(Quota quota, Duration busy) {
        List<CompletableFuture<Allowance>> calls = new ArrayList<>();
        for (EventExecutor each : vertx.nettyEventLoopGroup()) {
            CompletableFuture<Allowance> call = new CompletableFuture<>();
            each.execute(() -> asyncTake(quota, 1).subscribe().with(call::complete, call::completeExceptionally));
            each.execute(() -> LockSupport.parkNanos(busy.toNanos()));
            calls.add(call);
        }
        return calls.stream().map(CompletableFuture::join).toList();
    }

    Allowance take(Quota quota, int calls) {
        return limiter.take(quota, calls).await().atMost(PATIENCE);
    }

    void giveBack(Allowance taken, int calls) {
        limiter.giveBack(taken, calls).await().atMost(PATIENCE);
    }

    SharedCounters counters() {
        return counters;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
