package io.dragoman.dialect.erply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Calls the facade as a client of Erply's does, as the people of the demo data. */
final class Erply {

    static final String ACME = "100001";
    static final String GLOBEX = "200002";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private Erply() {}

    /** A call with these parameters, names and values in turn. */
    static JsonNode call(String clientCode, String request, Object... parameters) {
        return json(send(clientCode, request, parameters));
    }

    static Answered send(String clientCode, String request, Object... parameters) {
        Map<String, String> all = pairs(parameters);
        all.put("clientCode", clientCode);
        all.put("request", request);
        return post(encoded(all));
    }

    /** A call of somebody who is logged in. */
    static JsonNode callAs(String who, String request, Object... parameters) {
        Map<String, String> all = pairs(parameters);
        all.put("clientCode", codeOf(who));
        all.put("request", request);
        all.put("sessionKey", session(who));
        return json(post(encoded(all)));
    }

    static JsonNode bulk(String clientCode, String sessionKey, String requests) {
        Map<String, String> all = pairs("clientCode", clientCode, "requests", requests, "sessionKey", sessionKey);
        return json(post(encoded(all)));
    }

    static Answered post(String form) {
        return post("/api/", FORM, form);
    }

    /** A body sent as it is; without a Content-Type where that is empty. */
    static Answered post(String path, String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        try {
            return Answered.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A session of somebody of the demo data, opened once. */
    static String session(String who) {
        return SESSIONS.computeIfAbsent(who, name -> login(codeOf(name), name, passwordOf(name)));
    }

    static String login(String clientCode, String name, String password) {
        JsonNode answer = call(clientCode, "verifyUser", "username", name, "password", password);
        return answer.at("/records/0/sessionKey").asText();
    }

    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> pairs(Object... namesAndValues) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        return pairs;
    }

    static JsonNode json(Response answer) {
        return json(answer.asString());
    }

    static JsonNode json(Answered answer) {
        return json(answer.asString());
    }

    private static JsonNode json(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + answer, e);
        }
    }

    static int code(JsonNode answer) {
        return answer.at("/status/errorCode").asInt(-1);
    }

    /** Code and field of an error, {@code 1016 userID}. */
    static String refusal(JsonNode answer) {
        return code(answer) + " " + answer.at("/status/errorField").asText();
    }

    /** An answer without what differs from one time to the next. */
    static String timeless(String answer) {
        return answer.replaceAll("\"requestUnixTime\":\\d+", "\"requestUnixTime\":0")
                .replaceAll("\"generationTime\":\\d+\\.\\d+", "\"generationTime\":0.0")
                .replaceAll("<requestUnixTime>\\d+<", "<requestUnixTime>0<")
                .replaceAll("<generationTime>\\d+\\.\\d+<", "<generationTime>0.0<");
    }

    private static String codeOf(String who) {
        return who.startsWith("staff") ? GLOBEX : ACME;
    }

    private static String passwordOf(String who) {
        return who.startsWith("staff") ? "demo-staff-1" : "demo-" + who + "-1";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
