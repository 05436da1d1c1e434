package io.dragoman.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all callers together may ask of the facade. */
@QuarkusTest
@TestProfile(HttpLimitsTest.Narrow.class)
class HttpLimitsTest {

    private static final String KEY = "Authorization: Basic YWNtZS1waWNxZXIta2V5Og==\r\n";
    private static final String HEAD =
            "POST /api/v1/users HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + KEY;
    private static final String READ =
            "GET /api/v1/users/423 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + KEY + "\r\n";

    @Inject
    MeterRegistry registry;

    @TestHTTPResource
    URI server;

    final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
        await().until(() -> RawHttp.send(server.getPort(), READ).statusLine().contains("200"));
    }

    @Test
    void bodies_that_are_too_many_bytes_together_are_unavailable_and_those_before_them_are_read() throws IOException {
        Socket first = begin(HEAD + "Content-Length: 60000\r\n\r\n", 50_000);
        await().until(() -> registry.get("dragoman.http.bodies.bytes").gauge().value() == 50_000);

        RawHttp.Answers second =
                RawHttp.send(server.getPort(), HEAD + "Content-Length: 60000\r\n\r\n" + "x".repeat(60_000));

        assertThat(second.statusLine()).contains("503");
        assertThat(second.text()).containsIgnoringCase("retry-after: 1");
        first.getOutputStream().write("x".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
        assertThat(statusLine(first)).contains("405");
    }

    @Test
    void bytes_of_a_caller_who_went_away_are_no_longer_counted() throws IOException {
        begin(HEAD + "Content-Length: 60000\r\n\r\n", 50_000).close();

        await().untilAsserted(() -> assertThat(
                        RawHttp.send(server.getPort(), HEAD + "Content-Length: 60000\r\n\r\n" + "x".repeat(60_000))
                                .statusLine())
                .contains("405"));
    }

    @Test
    void a_body_that_does_not_end_in_time_is_a_bad_request() throws IOException {
        Socket late = begin(HEAD + "Content-Length: 1000\r\n\r\n", 10);

        assertThat(statusLine(late)).contains("400");
    }

    @Test
    void requests_that_are_too_many_at_once_are_unavailable_in_their_dialect() throws IOException {
        for (int i = 0; i < 4; i++) {
            begin(HEAD + "Content-Length: 1000\r\n\r\n", 1);
        }

        await().untilAsserted(() ->
                assertThat(RawHttp.send(server.getPort(), READ).statusLine()).contains("503"));
    }

    private Socket begin(String head, int bytes) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        slow.add(socket);
        socket.getOutputStream().write((head + "x".repeat(bytes)).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String statusLine(Socket socket) throws IOException {
        socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
        byte[] line = new byte[20];
        int read = socket.getInputStream().readNBytes(line, 0, line.length);
        return new String(line, 0, read, StandardCharsets.US_ASCII);
    }

    public static final class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "dragoman.http.max-bodies", "100K",
                    "dragoman.http.body-timeout", "2s",
                    "dragoman.http.max-requests", "4");
        }
    }
}
