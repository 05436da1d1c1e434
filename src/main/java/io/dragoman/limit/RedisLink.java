package io.dragoman.limit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis for all scripts of this replica; nobody waits for an answer longer than the timeout.
 *
 * <p>A script is sent once: what was not answered may have run or not. All of it happens on one event loop, which reads
 * what has arrived before it looks at its timers: a replica that is busy does not take its own delay for that of Redis.
 * Answers go on where the caller is.
 */
final class RedisLink {

    /** Opening takes several round trips, and a name to be looked up. */
    private static final long SECONDS_TO_OPEN = 3;

    private final Vertx vertx;
    private final RedisOptions options;
    private final long timeoutMillis;
    private final Context loop;

    // Of the loop alone.
    private @Nullable Redis redis;
    private @Nullable RedisConnection connection;

    RedisLink(Vertx vertx, RedisOptions options, Duration timeout) {
        this.vertx = vertx;
        this.options = options;
        this.timeoutMillis = timeout.toMillis();
        this.loop = vertx.getOrCreateContext();
    }

    /** Connects where no connection is open. */
    Uni<Void> open() {
        return onLoop(this::connected);
    }

    /** Runs a script on one key. */
    Uni<Response> run(Script script, String key, List<String> arguments) {
        return onLoop(() -> sent(script, key, arguments));
    }

    private Future<Void> connected() {
        if (connection != null) {
            return Future.succeededFuture();
        }
        Future<RedisConnection> opening = client().connect();
        return opening.timeout(SECONDS_TO_OPEN, TimeUnit.SECONDS)
                .onSuccess(this::keep)
                // What opens after all goes back to the pool, where the next attempt finds it.
                .onFailure(tooLate -> opening.onSuccess(RedisConnection::close))
                .mapEmpty();
    }

    /** The client's connections live on the loop it is made on. */
    private Redis client() {
        Redis made = redis == null ? Redis.createClient(vertx, options) : redis;
        redis = made;
        return made;
    }

    private void keep(RedisConnection opened) {
        opened.endHandler(end -> forget(opened));
        opened.exceptionHandler(failure -> forget(opened));
        connection = opened;
    }

    private Future<Response> sent(Script script, String key, List<String> arguments) {
        RedisConnection open = connection;
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
        if (forget(failed)) {
            failed.close();
        }
    }

    private boolean forget(RedisConnection gone) {
        boolean current = connection == gone;
        connection = current ? null : connection;
        return current;
    }

    private <T> Uni<T> onLoop(Supplier<Future<T>> work) {
        return Callers.goOn(Uni.createFrom()
                .emitter(emitter ->
                        loop.runOnContext(ignored -> attempted(work).onComplete(emitter::complete, emitter::fail))));
    }

    /** What work throws is its failure, so that nobody waits for it in vain. */
    private static <T> Future<T> attempted(Supplier<Future<T>> work) {
        return Future.succeededFuture().compose(ignored -> work.get());
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
