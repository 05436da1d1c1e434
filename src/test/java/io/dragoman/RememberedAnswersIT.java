package io.dragoman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers see of a facade whose database is away, frozen or unheard. */
@Tag("cluster")
class RememberedAnswersIT {

    private static final Pattern PORT = Pattern.compile("Embedded PostgreSQL ready on 127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern SESSION = Pattern.compile("\"sessionKey\":\"([^\"]+)\"");
    private static final AtomicInteger NEVER_ASKED = new AtomicInteger(70_000);

    @TempDir
    static Path folder;

    static FacadeProcess other;
    static FacadeProcess facade;
    static FaultProxy proxy;
    static String session;

    /** A question of each dialect about a person by his number, part of its answer, and of that when nothing can be read. */
    enum Question {
        PICQER("/api/v1/users/%s", "423", "\"firstname\":\"Stephan\"", 503, "Temporarily unavailable"),
        BILLOMAT("/api/users/%s?format=json", "2", "\"id\":\"2\"", 503, "Service Unavailable"),
        ERPLY("/api/?request=getEmployees&employeeID=%s", "1", "\"errorCode\":0", 200, "\"errorCode\":1003"),
        CSCART("/api/users/%s", "3", "\"user_id\":\"3\"", 503, "Service Unavailable");

        private final String target;
        private final String known;
        private final String answer;
        private final int status;
        private final String refusal;

        Question(String target, String known, String answer, int status, String refusal) {
            this.target = target;
            this.known = known;
            this.answer = answer;
            this.status = status;
            this.refusal = refusal;
        }

        HttpResponse<String> ask() {
            return send(request(known));
        }

        HttpResponse<String> askUnknown() {
            return send(request(Integer.toString(NEVER_ASKED.incrementAndGet())));
        }

        private HttpRequest.Builder request(String number) {
            String path = String.format(target, number);
            return switch (this) {
                case PICQER -> get(facade, path).header("Authorization", basic("acme-picqer-key:"));
                case BILLOMAT -> get(facade, path).header("X-BillomatApiKey", "acme-billomat-key");
                case ERPLY -> get(facade, path + "&clientCode=100001&sessionKey=" + session);
                case CSCART -> get(facade, path).header("Authorization", basic("admin@example.com:acme-cscart-key"));
            };
        }
    }

    @BeforeAll
    static void startBoth() throws IOException {
        other = FacadeProcess.start(folder.resolve("data"));
        Matcher port = PORT.matcher(other.log());
        assertThat(port.find()).isTrue();
        proxy = FaultProxy.toPostgres(Integer.parseInt(port.group(1)));
        facade = FacadeProcess.start(
                folder.resolve("second"),
                "-Ddragoman.db.url=postgresql://127.0.0.1:" + proxy.port() + "/dragoman",
                // The driver of the migration asks for TLS first, which is answered with no message.
                "-Ddragoman.db.direct-url=postgresql://127.0.0.1:" + port.group(1) + "/dragoman",
                "-Ddragoman.db.username=dragoman",
                "-Ddragoman.db.password="
                        + Files.readString(folder.resolve("data/password")).trim());
        Matcher key = SESSION.matcher(
                send(get(facade, "/api/?request=verifyUser&clientCode=100001&username=admin&password=demo-admin-1"))
                        .body());
        assertThat(key.find()).isTrue();
        session = key.group(1);
    }

    @AfterAll
    static void stopBoth() {
        facade.close();
        proxy.close();
        other.close();
    }

    @BeforeEach
    void beWhole() {
        proxy.loseNotifications(false);
        proxy.resume();
        await().atMost(Duration.ofSeconds(20)).until(() -> health().contains("\"degraded\": false"));
        for (Question question : Question.values()) {
            assertThat(question.ask().body()).contains(question.answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_read_is_answered_with_its_age_while_the_database_is_away(Question question) {
        try {
            proxy.refuse();

            HttpResponse<String> old = await().atMost(Duration.ofSeconds(5))
                    .until(
                            question::ask,
                            answer -> answer.headers().firstValue("Age").isPresent());

            assertThat(old.statusCode()).isEqualTo(200);
            assertThat(old.body()).contains(question.answer);
            assertThat(Integer.parseInt(old.headers().firstValue("Age").orElseThrow()))
                    .isBetween(0, 10);
        } finally {
            proxy.accept();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_read_is_unavailable_while_the_database_is_away(Question question) {
        try {
            proxy.refuse();

            HttpResponse<String> refused = question.askUnknown();

            assertThat(refused.statusCode()).isEqualTo(question.status);
            assertThat(refused.body()).contains(question.refusal);
        } finally {
            proxy.accept();
        }
    }

    @Test
    void a_write_that_was_refused_leaves_what_was_read() {
        try {
            proxy.refuse();

            HttpResponse<String> refused = send(rename(facade, "Nobody"));

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(Question.CSCART.ask().body()).contains(Question.CSCART.answer);
        } finally {
            proxy.accept();
        }
    }

    @Test
    void it_is_ready_and_says_that_it_is_degraded_while_the_database_is_away() {
        try {
            proxy.refuse();

            await().atMost(Duration.ofSeconds(5)).until(() -> health().contains("answers come from memory"));

            assertThat(send(get(facade.managementUri("/q/health/ready"))).statusCode())
                    .isEqualTo(200);
            assertThat(metric("dragoman_ready_degraded")).isEqualTo("1.0");
            assertThat(metric("dragoman_feed_listening")).isEqualTo("0.0");
        } finally {
            proxy.accept();
        }
    }

    @Test
    void it_is_whole_within_two_seconds_of_the_database_s_return() {
        proxy.refuse();
        for (int i = 0; i < 40; i++) {
            Question.PICQER.askUnknown();
        }

        proxy.accept();

        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    assertThat(Question.PICQER.askUnknown().statusCode()).isEqualTo(404);
                    assertThat(Question.PICQER.ask().headers().firstValue("Age"))
                            .isEmpty();
                    assertThat(metric("dragoman_feed_listening")).isEqualTo("1.0");
                });
    }

    @Test
    void a_frozen_database_holds_nobody_up_who_asks_for_what_was_read() {
        proxy.pause();
        await().atMost(Duration.ofSeconds(6))
                .until(() -> Question.PICQER.ask().headers().firstValue("Age").isPresent());

        long begin = System.nanoTime();
        HttpResponse<String> old = Question.PICQER.ask();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        assertThat(old.statusCode()).isEqualTo(200);
    }

    @Test
    void a_listener_that_hears_nothing_is_found_out_and_what_changes_is_read_all_the_same() {
        proxy.loseNotifications(true);
        await().atMost(Duration.ofSeconds(10)).until(() -> facade.log().contains("do not arrive"));
        String name = "Deaf" + System.nanoTime();

        assertThat(send(rename(other, name)).statusCode()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(Question.CSCART.ask().body()).contains(name));
        assertThat(facade.log().split("do not arrive", -1)).hasSize(2);
        assertThat(metric("dragoman_feed_listening")).isEqualTo("0.0");
        assertThat(health()).contains("\"status\": \"UP\"").contains("are not heard");
    }

    private static HttpRequest.Builder rename(FacadeProcess at, String name) {
        return HttpRequest.newBuilder(at.uri("/api/users/3"))
                .header("Authorization", basic("admin@example.com:acme-cscart-key"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"firstname\":\"" + name + "\"}"));
    }

    private static String health() {
        return send(get(facade.managementUri("/q/health/ready"))).body();
    }

    private static String metric(String name) {
        Matcher value = Pattern.compile("^" + name + "(?:\\{[^}]*})? (\\S+)", Pattern.MULTILINE)
                .matcher(send(get(facade.managementUri("/q/metrics"))).body());
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }

    private static HttpRequest.Builder get(FacadeProcess at, String path) {
        return get(at.uri(path));
    }

    private static HttpRequest.Builder get(URI uri) {
        return HttpRequest.newBuilder(uri);
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return other.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
