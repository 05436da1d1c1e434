package io.dragoman.limit;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;

/** Asks a Redis as an operator at its command line would. */
final class Cli implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Redis redis;

    Cli(String url) {
        redis = Redis.createClient(vertx, url);
    }

    Response ask(Command command, String... arguments) {
        Request request = Request.cmd(command);
        List.of(arguments).forEach(request::arg);
        return redis.send(request).toCompletionStage().toCompletableFuture().join();
    }

    List<String> keys() {
        return ask(Command.KEYS, "*").stream().map(Response::toString).toList();
    }

    @Override
    public void close() {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
