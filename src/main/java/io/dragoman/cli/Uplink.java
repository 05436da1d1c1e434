package io.dragoman.cli;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;

/** Sends lines while it reads what became of them; Java's own client would read nothing before it has sent everything. */
final class Uplink implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;

    /** The facade is silent while it hashes passwords, or waits for its database to come back. */
    private static final int IDLE_SECONDS = 600;

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setIdleTimeout(IDLE_SECONDS));
    private final URI target;
    private final String token;

    Uplink(URI target, String token) {
        this.target = target;
        this.token = token;
    }

    /**
     * A request to take lines in, the first of which has a number. Throws IOException where the facade cannot be reached.
     *
     * @param told takes what the answer says, line by line
     */
    Upload begin(long line, Upload.Told told) throws IOException {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(target + "&line=" + line)
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/x-ndjson");
        return new Upload(
                Upload.await(client.request(options).toCompletionStage().toCompletableFuture()), told);
    }

    @Override
    public void close() {
        vertx.close();
    }
}
