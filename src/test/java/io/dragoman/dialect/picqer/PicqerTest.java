package io.dragoman.dialect.picqer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.Golden;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Picqer's users over HTTP, as the accounts of the demo data see them (picqer.md 12). */
@QuarkusTest
class PicqerTest {

    @ParameterizedTest
    @CsvSource({
        "/users, list",
        "/users/, list",
        "/users?offset=0, list",
        "/users?offset=-1, list",
        "/users?offset=abc, list",
        "/users?limit=5&updated_since=2024-01-01T00:00:00.000Z&foo=bar, list",
        "/users?active=, list",
        "/users?active=true, list-active",
        "/users?active=false, list-active",
        "/users?active=&active=1, list-active",
        "/users?offset=6, empty",
        "/users?offset=99999999999999999999999, empty",
        "/users/423, single-423",
        "/users/423/, single-423",
        "/users/me, single-423",
        "/users/426, single-426",
        "/users/428, single-428"
    })
    void answers_byte_for_byte(String path, String golden) {
        Response answer = get("acme-picqer-key", path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(text(answer)).isEqualTo(Golden.text("picqer/" + golden + ".json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "abc", "0", "-1", "4.2", "99999999999999999999", "%20423", "1"})
    void an_unknown_user_is_not_found(String number) {
        Response answer = get("acme-picqer-key", "/users/" + number);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).isEqualTo(Golden.text("picqer/not-found.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /users", "PUT /users/423", "DELETE /users/423", "PATCH /users/me", "OPTIONS /users"})
    void whatever_would_write_is_not_implemented(String request) {
        String[] parts = request.split(" ", -1);

        Response answer = by("acme-picqer-key").body("{}").request(parts[0], "/api/v1" + parts[1]);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(text(answer)).isEqualTo(Golden.text("picqer/not-implemented.json"));
        assertThat(answer.header("X-RateLimit-Remaining")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-key", "acme-revoked-key", "acme-billomat-key", "acme-cscart-key", ""})
    void a_key_that_is_not_good_is_refused_and_costs_nothing(String key) {
        Response answer = get(key, "/users");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(text(answer)).isEqualTo(Golden.text("picqer/unauthenticated.json"));
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Picqer\"");
        assertThat(answer.header("X-RateLimit-Limit")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWNtZS1waWNxZXIta2V5", "Basic", "Bearer acme-picqer-key", "Basic ###"})
    void credentials_that_are_none_are_refused(String header) {
        Response answer = given().header("Authorization", header).get("/api/v1/users");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(text(answer)).isEqualTo(Golden.text("picqer/unauthenticated.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "", "None", "a:b"})
    void the_password_makes_no_difference(String password) {
        Response answer =
                given().auth().preemptive().basic("acme-picqer-key", password).get("/api/v1/users/me");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.picqer.com, 200",
        "ACME.picqer.com:8080, 200",
        "acme.localhost, 200",
        "localhost, 200",
        "globex.picqer.com, 401",
        "globex.localhost, 401",
        "nosuch.picqer.com, 401"
    })
    void a_host_must_name_the_account_of_the_key(String host, int status) {
        Response answer = by("acme-picqer-key").header("Host", host).get("/api/v1/users/me");

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void pages_of_100_meet_everybody_once_and_nobody_else() {
        List<Integer> numbers = new ArrayList<>();
        for (int offset : new int[] {0, 100, 200, 300}) {
            numbers.addAll(get("globex-picqer-key", "/users?offset=" + offset)
                    .jsonPath()
                    .getList("iduser"));
        }

        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 250).boxed().toList());
    }

    @Test
    void a_second_account_s_people_do_not_exist() {
        assertThat(get("globex-picqer-key", "/users/423").statusCode()).isEqualTo(404);
        assertThat(get("acme-picqer-key", "/users/5").statusCode()).isEqualTo(404);
        assertThat(text(get("globex-picqer-key", "/users"))).doesNotContain("example.com\"", "stephan");
        assertThat(text(get("acme-picqer-key", "/users"))).doesNotContain("globex");
    }

    @Test
    void customers_do_not_exist() {
        assertThat(text(get("acme-picqer-key", "/users"))).doesNotContain("customer");
    }

    @Test
    void head_answers_without_a_body() {
        Response answer = by("acme-picqer-key").head("/api/v1/users");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().asByteArray()).isEmpty();
    }

    @Test
    void a_quota_counts_down_within_the_minute_and_then_refuses() {
        List<Response> answers = ofOneMinute(() -> IntStream.range(0, 6)
                .mapToObj(i -> get("initech-picqer-key", "/users/" + (i == 2 ? "999" : "1")))
                .toList());

        assertThat(answers)
                .extracting(answer -> answer.header("X-RateLimit-Limit"))
                .containsOnly("5");
        assertThat(answers)
                .extracting(answer -> answer.header("X-RateLimit-Remaining"))
                .containsExactly("4", "3", "2", "1", "0", "0");
        assertThat(answers).extracting(Response::statusCode).containsExactly(200, 200, 404, 200, 200, 429);
        assertThat(text(answers.get(5))).isEqualTo(Golden.text("picqer/rate-limited.json"));
        assertThat(Integer.parseInt(answers.get(5).header("Retry-After"))).isBetween(1, 60);
    }

    /** What happened within one minute of the clock, tried again where a minute turned meanwhile. */
    private static List<Response> ofOneMinute(java.util.function.Supplier<List<Response>> calls) {
        long before = Instant.now().getEpochSecond() / 60;
        List<Response> answers = calls.get();
        return before == Instant.now().getEpochSecond() / 60 ? answers : calls.get();
    }

    private static Response get(String key, String path) {
        return by(key).get("/api/v1" + path);
    }

    private static RequestSpecification by(String key) {
        return given().urlEncodingEnabled(false).auth().preemptive().basic(key, "X");
    }

    private static String text(Response answer) {
        return new String(answer.body().asByteArray(), StandardCharsets.UTF_8);
    }
}
