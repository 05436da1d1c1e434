package io.dragoman.limit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis for all scripts of this replica; nobody waits for an answer longer than the timeout.
 *
 * <p>A script is sent once: what was not answered may have run or not. Answers arrive on the caller's context.
 */
final class RedisLink {

    /** Opening takes several round trips, and a name to be looked up. */
    private static final long SECONDS_TO_OPEN = 3;

    private final Redis redis;
    private final long timeoutMillis;
    private final AtomicReference<@Nullable RedisConnection> connection = new AtomicReference<>();

    RedisLink(Redis redis, Duration timeout) {
        this.redis = redis;
        this.timeoutMillis = timeout.toMillis();
    }

    /** Connects where no connection is open. */
    Uni<Void> open() {
        return Uni.createFrom()
                .completionStage(() -> connected().toCompletionStage())
                .replaceWithVoid();
    }

    /** Runs a script on one key. */
    Uni<Response> run(Script script, String key, List<String> arguments) {
        return Uni.createFrom()
                .completionStage(() -> sent(script, key, arguments).toCompletionStage());
    }

    private Future<RedisConnection> connected() {
        RedisConnection open = connection.get();
        if (open != null) {
            return Future.succeededFuture(open);
        }
        Future<RedisConnection> opening = redis.connect();
        return opening.timeout(SECONDS_TO_OPEN, TimeUnit.SECONDS)
                .onSuccess(this::keep)
                // What opens after all goes back to the pool, where the next attempt finds it.
                .onFailure(tooLate -> opening.onSuccess(RedisConnection::close));
    }

    private void keep(RedisConnection opened) {
        opened.endHandler(end -> connection.compareAndSet(opened, null));
        opened.exceptionHandler(failure -> connection.compareAndSet(opened, null));
        connection.set(opened);
    }

    private Future<Response> sent(Script script, String key, List<String> arguments) {
        RedisConnection open = connection.get();
        if (open == null) {
            return Future.failedFuture("no connection");
        }
        return open.send(request(Command.EVALSHA, script.digest(), key, arguments))
                .recover(failure -> isUnknownScript(failure)
                        ? open.send(request(Command.EVAL, script.text(), key, arguments))
                        : Future.failedFuture(failure))
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .onFailure(failure -> leave(open));
    }

    /** Back to the pool, which keeps it while it lives, so that late answers still find their callers. */
    private void leave(RedisConnection failed) {
        if (connection.compareAndSet(failed, null)) {
            failed.close();
        }
    }

    private static Request request(Command command, String script, String key, List<String> arguments) {
        Request request = Request.cmd(command).arg(script).arg(1).arg(key);
        arguments.forEach(request::arg);
        return request;
    }

    private static boolean isUnknownScript(Throwable failure) {
        return String.valueOf(failure.getMessage()).startsWith("NOSCRIPT");
    }
}
