package io.dragoman.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** Calls a facade, or a balancer before it, as the legacy clients of an account of the demo data do. */
record Client(URI base, String account, String clientCode, String shopper) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** A client of the account with many people. */
    static Client globex(URI base) {
        return new Client(base, "globex", "200002", "staff001@globex.example");
    }

    /** A client of the account with the sources' own people. */
    static Client acme(URI base) {
        return new Client(base, "acme", "100001", "admin@example.com");
    }

    HttpResponse<String> picqer(String path) {
        return send(picqerRequest(path).build());
    }

    HttpRequest.Builder picqerRequest(String path) {
        return request("/api/v1" + path).header("Authorization", basic(account + "-picqer-key", ""));
    }

    HttpResponse<String> billomat(String method, String path, String body) {
        return send(billomatRequest(method, path, body).build());
    }

    HttpRequest.Builder billomatRequest(String method, String path, String body) {
        return request("/api" + path)
                .header("X-BillomatApiKey", account + "-billomat-key")
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    HttpResponse<String> cscart(String method, String path, String body) {
        return send(cscartRequest(method, path, body).build());
    }

    HttpRequest.Builder cscartRequest(String method, String path, String body) {
        return request("/api" + path)
                .header("Authorization", basic(shopper, account + "-cscart-key"))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    /** A call of Erply's; names and values of its parameters in turn. */
    HttpResponse<String> erply(String call, String... parameters) {
        return send(erplyRequest(call, parameters).build());
    }

    HttpRequest.Builder erplyRequest(String call, String... parameters) {
        StringBuilder form = new StringBuilder("clientCode=" + clientCode + "&request=" + call);
        for (int i = 0; i < parameters.length; i += 2) {
            form.append('&').append(parameters[i]).append('=');
            form.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return request("/api/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()));
    }

    /** The key of a session of somebody who logs in. */
    String session(String username, String password) {
        String answer =
                erply("verifyUser", "username", username, "password", password).body();
        int start = answer.indexOf("\"sessionKey\":\"") + 14;
        return answer.substring(start, answer.indexOf('"', start));
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest request) {
        return HTTP.sendAsync(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
