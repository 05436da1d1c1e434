package io.dragoman.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.edge.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever callers make up, the series stay those they were. */
@QuarkusTest
class BoundedSeriesTest {

    private static final List<String> HOSTS = List.of(
            "localhost", "acme.picqer.com", "acme.billomat.net", "100001.erply.com", "shop.acme.example", "x.example");
    private static final List<String> METHODS = List.of("GET", "GET", "POST", "DELETE", "FROBNICATE");
    private static final List<String> PREFIXES =
            List.of("/api/v1/", "/api/users/", "/api/roles/", "/api/", "/v1/user", "/");

    private final Random random = new Random(42);

    @TestHTTPResource
    URL server;

    @Test
    void ten_thousand_paths_and_a_thousand_keys_make_no_series() throws IOException {
        ask(2_000);
        List<String> before = settled();

        ask(10_000);

        assertThat(settled()).isEqualTo(before);
    }

    @Test
    void a_thousand_names_of_calls_make_no_series() throws IOException {
        call(100);
        List<String> before = settled();

        call(1_000);

        assertThat(settled()).isEqualTo(before);
    }

    /** The facade's own series, once all that was asked has been counted. */
    private static List<String> settled() {
        double[] last = {-1};
        await().until(() -> {
            double now = Scrape.take().sum("dragoman_requests_seconds_count");
            boolean settled = now == last[0];
            last[0] = now;
            return settled;
        });
        return Scrape.take().series();
    }

    private void ask(int times) throws IOException {
        for (int i = 0; i < times; i += 500) {
            send(IntStream.range(0, 500).mapToObj(n -> request()));
        }
    }

    private void call(int times) throws IOException {
        for (int i = 0; i < times; i += 100) {
            send(IntStream.range(0, 100).mapToObj(n -> erply()));
        }
    }

    private void send(java.util.stream.Stream<String> requests) throws IOException {
        String all = requests.collect(Collectors.joining());
        RawHttp.Answers answers =
                RawHttp.send(server.getPort(), all + "GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answers.count()).isGreaterThan(1);
    }

    private String request() {
        String key = Base64.getEncoder()
                .encodeToString(("key-" + random.nextInt(1_000) + ":x").getBytes(StandardCharsets.US_ASCII));
        return pick(METHODS) + " " + pick(PREFIXES) + word() + "?" + word() + "=" + word() + " HTTP/1.1\r\nHost: "
                + pick(HOSTS) + "\r\nAuthorization: Basic " + key + "\r\nX-BillomatApiKey: key-" + random.nextInt(1_000)
                + "\r\nX-Request-Id: " + word() + "\r\n\r\n";
    }

    private String erply() {
        String form = "clientCode=100001&request=" + word() + "&" + word() + "=1";
        return "POST /api/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + form.length() + "\r\n\r\n" + form;
    }

    private String word() {
        return Long.toString(random.nextLong() >>> 1, 36);
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
