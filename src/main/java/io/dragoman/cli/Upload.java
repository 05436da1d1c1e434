package io.dragoman.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A request under way, whose answer is read by another thread while it is written. */
final class Upload implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClientRequest request;
    private final Told told;
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean closed;

    /** Takes what an answer says. */
    interface Told {
        void line(JsonNode line) throws IOException;
    }

    Upload(HttpClientRequest request, Told told) {
        this.request = request.setChunked(true);
        this.told = told;
        request.response().compose(this::read).onComplete(this::ended);
    }

    /** Waits until the connection has taken them. Throws IOException where the answer ends before. */
    void write(byte[] bytes) throws IOException {
        CompletableFuture<Void> written =
                request.write(Buffer.buffer(bytes)).toCompletionStage().toCompletableFuture();
        await(CompletableFuture.anyOf(written, answered));
        if (answered.isDone()) {
            await(answered);
            throw new IOException("the answer ended before its time");
        }
    }

    /** Waits for the end of the answer. */
    void end() throws IOException {
        request.end().onFailure(answered::completeExceptionally);
        await(answered);
    }

    /** Nothing is told any more, and what is under way is given up. */
    @Override
    public synchronized void close() {
        closed = true;
        if (!answered.isDone()) {
            request.reset();
        }
    }

    static <T> T await(CompletableFuture<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(CommandLine.OUT_OF_REACH, "Interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof CommandException refused) {
                throw refused;
            }
            if (cause instanceof IOException broken) {
                throw broken;
            }
            throw new IOException(cause == null ? null : cause.getMessage(), e);
        }
    }

    private Future<Void> read(HttpClientResponse response) {
        if (Api.isRefusal(response.statusCode())) {
            return response.body().compose(body -> refused(response.statusCode(), body.getBytes()));
        }
        response.handler(this::received);
        return response.end();
    }

    private static Future<Void> refused(int status, byte[] body) {
        return Future.future(promise -> {
            try {
                Api.refuse(status, body);
            } catch (IOException | CommandException refusal) {
                promise.fail(refusal);
            }
        });
    }

    private synchronized void received(Buffer part) {
        try {
            for (byte sign : part.getBytes()) {
                if (sign == '\n') {
                    endOfLine();
                } else {
                    line.write(sign);
                }
            }
        } catch (IOException | RuntimeException e) {
            answered.completeExceptionally(e);
        }
    }

    private synchronized void ended(io.vertx.core.AsyncResult<Void> end) {
        try {
            endOfLine();
        } catch (IOException | RuntimeException e) {
            answered.completeExceptionally(e);
        }
        if (end.succeeded()) {
            answered.complete(null);
        } else {
            answered.completeExceptionally(end.cause());
        }
    }

    private void endOfLine() throws IOException {
        if (line.size() > 0 && !closed) {
            told.line(JSON.readTree(line.toByteArray()));
        }
        line.reset();
    }
}
