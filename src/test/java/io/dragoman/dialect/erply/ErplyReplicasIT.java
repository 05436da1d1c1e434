package io.dragoman.dialect.erply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.FacadeProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions are the same on every replica, and after a restart. */
class ErplyReplicasIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PORT = Pattern.compile("Embedded PostgreSQL ready on 127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    Path folder;

    @Test
    void a_session_holds_on_both_and_across_a_restart_until_the_password_changes() throws IOException {
        String key;
        try (FacadeProcess first = FacadeProcess.start(folder.resolve("data"))) {
            key = sessionKey(call(first, "request=verifyUser&username=staff001&password=demo-staff-1"));
        }
        try (FacadeProcess first = FacadeProcess.start(folder.resolve("data"));
                FacadeProcess second = FacadeProcess.start(folder.resolve("second"), database(first))) {
            assertThat(infoOf(first, key)).isZero();
            assertThat(infoOf(second, key)).isZero();

            JsonNode changed = call(
                    second, "request=changePassword&oldPassword=demo-staff-1&newPassword=Changed-12&sessionKey=" + key);

            assertThat(infoOf(second, key)).isEqualTo(1055);
            await().atMost(Duration.ofSeconds(5)).until(() -> infoOf(first, key) == 1055);
            assertThat(infoOf(first, sessionKey(changed))).isZero();
        }
    }

    private String[] database(FacadeProcess first) throws IOException {
        Matcher port = PORT.matcher(first.log());
        assertThat(port.find()).isTrue();
        return new String[] {
            "-Ddragoman.db.url=postgresql://127.0.0.1:" + port.group(1) + "/dragoman",
            "-Ddragoman.db.username=dragoman",
            "-Ddragoman.db.password="
                    + Files.readString(folder.resolve("data/password")).trim()
        };
    }

    private static int infoOf(FacadeProcess facade, String key) {
        return Erply.code(call(facade, "request=getSessionKeyInfo&sessionKey=" + key));
    }

    private static String sessionKey(JsonNode answer) {
        return answer.at("/records/0/sessionKey").asText();
    }

    private static JsonNode call(FacadeProcess facade, String parameters) {
        HttpRequest.Builder request = HttpRequest.newBuilder(facade.uri("/api/?clientCode=200002&" + parameters))
                .POST(HttpRequest.BodyPublishers.noBody());
        try {
            return JSON.readTree(facade.send(request).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
