package io.dragoman.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The operator's API as commands use it; what it refuses ends the command. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(10);
    private static final int CLIENTS_FAULT = 400;
    private static final int SERVERS_FAULT = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI url;
    private final String token;

    Api(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /** A part of a path, as it stands in one. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) {
        return json(request(path).GET());
    }

    JsonNode post(String path, JsonNode body) {
        return json(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** What is to be read to its end. Throws IOException where the facade cannot be reached. */
    InputStream getLines(String path) throws IOException {
        return send(request(path).GET());
    }

    static URI address(URI url, String path) {
        return url.resolve("/admin/v1" + path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(url, path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode json(HttpRequest.Builder request) {
        try (InputStream body = send(request.timeout(ANSWER))) {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new CommandException(CommandLine.OUT_OF_REACH, "Cannot reach " + url + ": " + reason(e));
        }
    }

    static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private InputStream send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (isRefusal(answer.statusCode())) {
                refuse(answer.statusCode(), answer.body().readAllBytes());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(CommandLine.OUT_OF_REACH, "Interrupted");
        }
    }

    static boolean isRefusal(int status) {
        return status >= CLIENTS_FAULT;
    }

    /** Throws what a refusal says: IOException where the same may be done later. */
    static void refuse(int status, byte[] body) throws IOException {
        if (status >= SERVERS_FAULT) {
            throw new IOException(problem(status, body));
        }
        throw new CommandException(CommandLine.REFUSED, problem(status, body));
    }

    private static String problem(int status, byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            StringBuilder told = new StringBuilder(problem.path("title").asText("status " + status));
            problem.path("errors")
                    .forEach(error -> told.append("; ")
                            .append(error.path("pointer").asText())
                            .append(' ')
                            .append(error.path("detail").asText()));
            if (problem.path("errors").isEmpty() && problem.hasNonNull("detail")) {
                told.append("; ").append(problem.path("detail").asText());
            }
            return told.toString();
        } catch (IOException noJson) {
            return "status " + status;
        }
    }
}
