package io.dragoman.dialect.billomat;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Calls as Billomat's clients make them. */
final class Calls {

    static final String ACME = "acme-billomat-key";
    static final String GLOBEX = "globex-billomat-key";
    static final String JSON = "application/json";

    private Calls() {}

    static RequestSpecification by(String key) {
        return given().urlEncodingEnabled(false).header("X-BillomatApiKey", key);
    }

    /** A call that asks for nothing, which is for XML. */
    static Response xml(String path) {
        return by(ACME).get("/api" + path);
    }

    static Response json(String path) {
        return json(ACME, path);
    }

    static Response json(String key, String path) {
        return by(key).accept(JSON).get("/api" + path);
    }

    static Response send(String key, String method, String path, String body) {
        return by(key).accept(JSON)
                .contentType(body.startsWith("{") ? JSON : "application/xml; charset=utf-8")
                .body(body)
                .request(method, "/api" + path);
    }

    /** Calls that are all under way before the first is answered. */
    static List<HttpResponse<String>> atOnce(URI server, String key, Stream<String> paths) {
        HttpClient client = HttpClient.newHttpClient();
        return paths
                .map(path -> HttpRequest.newBuilder(server.resolve("/api" + path))
                        .header("X-BillomatApiKey", key)
                        .timeout(Duration.ofSeconds(60))
                        .build())
                .map(call -> client.sendAsync(call, BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    static String text(Response answer) {
        return new String(answer.body().asByteArray(), StandardCharsets.UTF_8);
    }
}
