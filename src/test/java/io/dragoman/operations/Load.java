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

/** Something of everything that clients of the demo data's accounts ask for. */
final class Load {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CSCART = basic("admin@example.com:acme-cscart-key");

    private final URI facade;

    Load(URI facade) {
        this.facade = facade;
    }

    void round() throws IOException, InterruptedException {
        for (HttpRequest.Builder request : requests()) {
            HTTP.send(request.build(), BodyHandlers.discarding());
        }
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
                created());
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
