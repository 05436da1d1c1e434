package io.dragoman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A facade killed under a load of writes loses nothing it has acknowledged, and starts again by itself. */
class CrashIT {

    private static final String AUTHORIZATION = "Basic "
            + Base64.getEncoder()
                    .encodeToString("staff001@globex.example:globex-cscart-key".getBytes(StandardCharsets.UTF_8));
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @AfterEach
    void waitForDatabase() {
        FacadeProcess.awaitDatabase(folder.resolve("data"));
    }

    @Test
    void loses_nothing_acknowledged_when_killed_while_it_writes() throws IOException, InterruptedException {
        Map<Long, String> acknowledged = new ConcurrentHashMap<>();
        for (int round = 1; round <= 2; round++) {
            try (FacadeProcess facade = FacadeProcess.start(folder.resolve("data"))) {
                assertAllThere(facade, acknowledged);
                killWhileItWrites(facade, acknowledged, round);
            }
        }
        try (FacadeProcess facade = FacadeProcess.start(folder.resolve("data"))) {
            assertAllThere(facade, acknowledged);
            assertNobodyIsHalfThere(facade);
        }
    }

    private static void killWhileItWrites(FacadeProcess facade, Map<Long, String> acknowledged, int round)
            throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        int before = acknowledged.size();
        ExecutorService writers = Executors.newFixedThreadPool(4);
        for (int writer = 0; writer < 4; writer++) {
            String name = "crash-" + round + "-" + writer + "-";
            writers.execute(() -> write(facade, name, acknowledged, stop));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() >= before + 60);
        facade.kill();
        stop.set(true);
        writers.shutdown();
        assertThat(writers.awaitTermination(15, TimeUnit.SECONDS)).isTrue();
    }

    private static void write(FacadeProcess facade, String name, Map<Long, String> acknowledged, AtomicBoolean stop) {
        for (int i = 0; !stop.get(); i++) {
            String email = name + i + "@example.com";
            try {
                HttpResponse<String> answer = facade.send(request(facade, "/api/users")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"email\":\"" + email + "\",\"user_type\":\"C\",\"company_id\":0}")));
                if (answer.statusCode() == 201) {
                    acknowledged.put(JSON.readTree(answer.body()).get("user_id").asLong(), email);
                }
            } catch (IOException e) {
                return; // killed: not acknowledged
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void assertAllThere(FacadeProcess facade, Map<Long, String> acknowledged)
            throws IOException, InterruptedException {
        for (Map.Entry<Long, String> person : acknowledged.entrySet()) {
            HttpResponse<String> answer =
                    facade.send(request(facade, "/api/users/" + person.getKey()).GET());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(JSON.readTree(answer.body()).get("email").asText()).isEqualTo(person.getValue());
        }
    }

    /** A person without a number would be in no list, but still keep his e-mail from being used. */
    private static void assertNobodyIsHalfThere(FacadeProcess facade) throws IOException, InterruptedException {
        HttpResponse<String> answer = facade.send(
                request(facade, "/api/users?email=crash-&items_per_page=10000").GET());
        for (JsonNode person : JSON.readTree(answer.body()).get("users")) {
            assertThat(person.get("user_id").asLong()).isPositive();
        }
        for (int writer = 0; writer < 4; writer++) {
            String email = "crash-2-" + writer + "-0@example.com";
            assertThat(answer.body()).contains(email);
        }
    }

    private static HttpRequest.Builder request(FacadeProcess facade, String path) {
        return HttpRequest.newBuilder(facade.uri(path)).header("Authorization", AUTHORIZATION);
    }
}
