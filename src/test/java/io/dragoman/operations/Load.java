package io.dragoman.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something of everything that clients of the demo data's accounts, and their operator, ask for. */
final class Load {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern NUMBER = Pattern.compile("\"user_id\":(\\d+)");
    private static final String CSCART = basic("admin@example.com:acme-cscart-key");

    /** What the facade must have as {@code dragoman.admin.token}. */
    static final String OPERATOR = "test-operator-token";

    private final URI facade;

    Load(URI facade) {
        this.facade = facade;
    }

    void round() throws IOException, InterruptedException {
        for (HttpRequest.Builder request : requests()) {
            HTTP.send(request.build(), BodyHandlers.discarding());
        }
        createAndDelete();
    }

    /** Whoever is made is taken away, as other tests know who is there. */
    private void createAndDelete() throws IOException, InterruptedException {
        String made = HTTP.send(created().build(), BodyHandlers.ofString()).body();
        Matcher number = NUMBER.matcher(made);
        if (!number.find()) {
            throw new IOException("nobody was made: " + made);
        }
        HttpRequest.Builder away = to("/api/users/" + number.group(1))
                .header("Authorization", CSCART)
                .DELETE();
        HTTP.send(away.build(), BodyHandlers.discarding());
    }

    private List<HttpRequest.Builder> requests() {
        return List.of(
                to("/api/v1/users/423").header("Authorization", basic("acme-picqer-key:")),
                to("/api/v1/users?bogus=1").header("Authorization", basic("acme-picqer-key:")),
                to("/api/v1/users").header("Authorization", basic("no-such-key:")),
                to("/api/v1/nothing").header("Authorization", basic("acme-picqer-key:")),
                to("/api/v1/users").header("Authorization", basic("acme-picqer-limited-key:")),
                to("/api/users").header("X-BillomatApiKey", "acme-billomat-key"),
                to("/api/users/1/avatar?size=40").header("X-BillomatApiKey", "acme-billomat-key"),
                erply("verifyUser&username=admin&password=demo-admin-1"),
                erply("verifyUser&username=nobody&password=wrong"),
                erply("noSuchCall"),
                to("/api/users?items_per_page=10").header("Authorization", CSCART),
                to("/api/users/3").header("Authorization", CSCART),
                imported());
    }

    /** A line that says too little is counted as well. */
    private HttpRequest.Builder imported() {
        return to("/admin/v1/accounts/acme/people:import?mode=validate")
                .header("Authorization", "Bearer " + OPERATOR)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString("{}\n"));
    }

    private HttpRequest.Builder created() {
        String id = UUID.randomUUID().toString();
        return to("/api/users/")
                .header("Authorization", CSCART)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id)
                .POST(BodyPublishers.ofString(
                        "{\"email\":\"" + id + "@example.com\",\"user_type\":\"C\",\"company_id\":1}"));
    }

    private HttpRequest.Builder erply(String call) {
        return to("/api/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("clientCode=100001&request=" + call));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(facade.resolve(path));
    }

    private static String basic(String credential) {
        return "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(UTF_8));
    }
}
