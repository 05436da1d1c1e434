package io.dragoman.dialect.billomat;

import static io.dragoman.dialect.billomat.Calls.ACME;
import static io.dragoman.dialect.billomat.Calls.JSON;
import static io.dragoman.dialect.billomat.Calls.by;
import static io.dragoman.dialect.billomat.Calls.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.Golden;
import io.dragoman.account.Apps;
import io.dragoman.directory.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Billomat's quotas (billomat.md 6). */
@QuarkusTest
class BillomatLimitTest {

    private static final long QUARTER = 900;

    @Inject
    Globex globex;

    @Inject
    Apps apps;

    @Test
    void a_quota_counts_down_within_the_quarter_and_then_refuses() {
        List<Response> answers = ofOneQuarter(() -> IntStream.range(0, 6)
                .mapToObj(i -> by("acme-billomat-limited-key").accept(JSON).get("/api/users/" + (i == 2 ? "999" : "1")))
                .toList());

        assertThat(answers).extracting(BillomatLimitTest::remaining).containsExactly("4", "3", "2", "1", "0", "0");
        assertThat(answers).extracting(Response::statusCode).containsExactly(200, 200, 404, 200, 200, 429);
        Response refused = answers.get(5);
        long wait = reset(refused) - Instant.now().getEpochSecond();
        assertThat(reset(refused) % QUARTER).isZero();
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(wait - 1, wait + 3);
        assertThat(refused.jsonPath().getString("errors.error"))
                .isEqualTo("Maximum number of requests (5 per 15 minutes) reached. Try again in "
                        + refused.header("Retry-After") + " seconds.");
    }

    @Test
    void a_registered_application_has_a_quota_of_its_own() {
        User person = globex.person();
        String key = globex.key(person);
        String app = register(person, null);

        String own = remaining(through(key, app, "secret"));
        String shared = remaining(by(key).get("/api/users/myself"));

        assertThat(own).isEqualTo("999");
        assertThat(Integer.parseInt(shared)).isLessThan(300);
        globex.remove(person);
    }

    @Test
    void an_application_s_quota_may_be_another() {
        User person = globex.person();
        String key = globex.key(person);
        String app = register(person, 1);

        List<Response> answers = ofOneQuarter(() -> List.of(through(key, app, "secret"), through(key, app, "secret")));

        assertThat(answers).extracting(Response::statusCode).containsExactly(200, 429);
        assertThat(text(answers.get(1))).contains("(1 per 15 minutes)");
        globex.remove(person);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "known, wrong", "known, ''", "unknown, secret", "'', secret"})
    void any_other_application_is_as_good_as_none(String id, String secret) {
        User person = globex.person();
        String app = register(person, 1);

        Response answer = through(globex.key(person), id.equals("known") ? app : id, secret);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Integer.parseInt(remaining(answer))).isGreaterThan(1);
        globex.remove(person);
    }

    @Test
    void a_refused_caller_costs_nothing_and_is_told_of_the_account_the_host_names() {
        List<Response> answers = ofOneQuarter(() -> List.of(wrong(), wrong()));

        assertThat(answers).extracting(Response::statusCode).containsOnly(401);
        assertThat(remaining(answers.get(0))).isEqualTo(remaining(answers.get(1)));
        assertThat(reset(answers.get(0)) % QUARTER).isZero();
        assertThat(text(answers.get(0))).isEqualTo(Golden.text("billomat/unauthorized.json"));
    }

    @Test
    void errors_of_every_kind_carry_the_headers() {
        for (String path : new String[] {"/users/0", "/nowhere", "/users/1/avatar?size=3", "/roles/x"}) {
            Response answer = by(ACME).accept(JSON).get("/api" + path);

            assertThat(remaining(answer)).as(path).isNotNull();
            assertThat(reset(answer) % QUARTER).as(path).isZero();
        }
    }

    private String register(User person, @Nullable Integer quota) {
        String id = UUID.randomUUID().toString();
        globex.sql(
                "insert into registered_app (account_id, system, app_id, secret_hash, quota) values ($1, $2, $3, $4, $5)",
                person.account().value(),
                BillomatDialect.ID,
                id,
                Globex.await(apps.hash("secret")),
                quota);
        return id;
    }

    private static Response through(String key, String app, String secret) {
        RequestSpecification call = by(key).header("X-AppId", app).header("X-AppSecret", secret);
        return call.get("/api/users/myself");
    }

    private static Response wrong() {
        return given().header("Host", "globex.billomat.net").accept(JSON).get("/api/users");
    }

    private static String remaining(Response answer) {
        return answer.header("X-Rate-Limit-Remaining");
    }

    private static long reset(Response answer) {
        return Long.parseLong(answer.header("X-Rate-Limit-Reset"));
    }

    /** What happened within one quarter of the clock's hour, tried again where one turned meanwhile. */
    private static List<Response> ofOneQuarter(Supplier<List<Response>> calls) {
        long before = Instant.now().getEpochSecond() / QUARTER;
        List<Response> answers = calls.get();
        return before == Instant.now().getEpochSecond() / QUARTER ? answers : calls.get();
    }
}
