package io.dragoman.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.RedisProcess;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each dialect's clients see of limits that are counted in Redis, and of its outages. */
@QuarkusTest
@TestProfile(WithRedis.class)
class LimitsOverHttpTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // who starts it puts it here
    RedisProcess redis;

    @Inject
    MeterRegistry meters;

    private Cli cli;

    @BeforeEach
    void beginWithAnEmptyRedis() {
        await().atMost(Replica.PATIENCE).until(() -> gauge("dragoman.limit.shared") == 1);
        cli = new Cli("redis://:hush@127.0.0.1:" + redis.port());
        cli.ask(Command.FLUSHALL);
    }

    @AfterEach
    void hangUp() {
        cli.close();
    }

    @Test
    void a_picqer_client_is_shown_what_redis_has_left() {
        Response third = IntStream.range(0, 3)
                .mapToObj(i -> picqer("acme-picqer-limited-key"))
                .reduce((before, last) -> last)
                .orElseThrow();

        assertThat(third.header("X-RateLimit-Limit")).isEqualTo("5");
        assertThat(third.header("X-RateLimit-Remaining")).isEqualTo("2");
        assertThat(cli.keys()).anyMatch(key -> key.startsWith("dragoman:bucket:picqer:key:"));
    }

    @Test
    void a_picqer_client_over_its_quota_is_refused() {
        List<Integer> statuses = IntStream.range(0, 7)
                .mapToObj(i -> picqer("acme-picqer-limited-key").statusCode())
                .toList();

        assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 429, 429);
    }

    @Test
    void a_billomat_client_is_shown_the_quarter_of_redis_clock() {
        Response answer =
                given().header("X-BillomatApiKey", "acme-billomat-limited-key").get("/api/users/1");

        long now = Long.parseLong(cli.ask(Command.TIME).get(0).toString());
        assertThat(answer.header("X-Rate-Limit-Remaining")).isEqualTo("4");
        assertThat(Long.parseLong(answer.header("X-Rate-Limit-Reset"))).isEqualTo((now / 900 + 1) * 900);
    }

    @Test
    void an_erply_account_over_its_quota_is_refused() {
        List<String> codes = IntStream.range(0, 6)
                .mapToObj(i -> erply("getServiceEndpoints"))
                .map(answer -> answer.jsonPath().getString("status.errorCode"))
                .toList();

        assertThat(codes).containsExactly("0", "0", "0", "0", "0", "1002");
    }

    @Test
    void a_cs_cart_client_is_counted_nowhere_and_shown_nothing() {
        Response answer = given().auth()
                .preemptive()
                .basic("admin@example.com", "acme-cscart-key")
                .get("/api/users/3");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().asList())
                .noneMatch(header -> header.getName().contains("Limit"));
        assertThat(cli.keys()).noneMatch(key -> key.startsWith("dragoman:bucket:"));
    }

    @Test
    void wrong_logins_are_counted_without_their_names() {
        List<String> codes = IntStream.range(0, 12)
                .mapToObj(i -> erplyLogin("Somebody's-Secret"))
                .map(answer -> answer.jsonPath().getString("status.errorCode"))
                .toList();

        assertThat(codes.subList(0, 10)).containsOnly("1051");
        assertThat(codes.subList(10, 12)).containsOnly("1052");
        assertThat(cli.keys())
                .anyMatch(key -> key.startsWith("dragoman:bucket:login:"))
                .noneMatch(key -> key.toLowerCase(Locale.ROOT).contains("secret"));
    }

    @Test
    void nobody_sees_an_outage_of_redis() {
        List<Integer> killed = statusesDuring(redis::kill);
        assertThat(gauge("dragoman.limit.degraded")).isEqualTo(1);
        List<Integer> back = statusesDuring(redis::restart);
        await().atMost(Replica.PATIENCE).until(() -> gauge("dragoman.limit.shared") == 1);
        List<Integer> frozen = statusesDuring(redis::freeze);
        redis.thaw();
        await().atMost(Replica.PATIENCE).until(() -> gauge("dragoman.limit.shared") == 1);

        assertThat(killed).containsOnly(200);
        assertThat(back).containsOnly(200);
        assertThat(frozen).containsOnly(200);
        assertThat(gauge("dragoman.limit.degraded")).isZero();
        assertThat(meters.get("dragoman.limit.fallbacks").functionCounter().count())
                .isPositive();
    }

    /** The answers to calls of all dialects before, while and after something happens. */
    private static List<Integer> statusesDuring(Runnable event) {
        List<CompletableFuture<Integer>> before = burst();
        event.run();
        List<CompletableFuture<Integer>> after = burst();
        return Stream.concat(before.stream(), after.stream())
                .map(CompletableFuture::join)
                .toList();
    }

    private static List<CompletableFuture<Integer>> burst() {
        return IntStream.range(0, 60)
                .mapToObj(i -> HTTP.sendAsync(requests().get(i % 4), HttpResponse.BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();
    }

    private static List<HttpRequest> requests() {
        return List.of(
                request("/api/v1/users/423", "Authorization", "Basic YWNtZS1waWNxZXIta2V5Og=="),
                request("/api/users/1", "X-BillomatApiKey", "acme-billomat-key"),
                request("/api/?clientCode=100001&request=getServiceEndpoints", "Accept", "*/*"),
                request("/api/users/3", "Authorization", "Basic YWRtaW5AZXhhbXBsZS5jb206YWNtZS1jc2NhcnQta2V5"));
    }

    private static HttpRequest request(String path, String header, String value) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(30))
                .header(header, value)
                .build();
    }

    private static Response picqer(String key) {
        return given().auth().preemptive().basic(key, "").get("/api/v1/users/423");
    }

    private static Response erply(String call) {
        return given().formParam("clientCode", "300003")
                .formParam("request", call)
                .post("/api/");
    }

    private static Response erplyLogin(String name) {
        return given().formParam("clientCode", "100001")
                .formParam("request", "verifyUser")
                .formParam("username", name)
                .formParam("password", "wrong")
                .post("/api/");
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
