package io.dragoman.observe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.edge.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Every request is counted once, by what it was and how it ended. */
@QuarkusTest
class RequestMetricsTest {

    private static final String REQUESTS = "dragoman_requests_seconds_count";
    private static final String FAILURES = "dragoman_failures_total";
    private static final String UNKNOWN = "dragoman_unknown_total";

    @TestHTTPResource
    URL server;

    @Test
    void an_answer_by_operation() {
        double before = requests("picqer", "users.get", "success");

        picqer().get("/api/v1/users/423").then().statusCode(200);

        becomes(() -> requests("picqer", "users.get", "success"), before + 1);
        assertThat(Scrape.take().sum("dragoman_requests_seconds_bucket", label("dialect", "picqer"), "le=\"5.0\""))
                .isPositive();
    }

    @Test
    void a_resources_failure() {
        double before = requests("picqer", "users.get", "rejected");
        double failures = failures("picqer", "not_found");

        picqer().get("/api/v1/users/999999").then().statusCode(404);

        becomes(() -> requests("picqer", "users.get", "rejected"), before + 1);
        becomes(() -> failures("picqer", "not_found"), failures + 1);
    }

    @Test
    void a_caller_refused_before_any_resource() {
        double before = requests("billomat", "other", "rejected");
        double failures = failures("billomat", "unauthenticated");

        given().header("X-BillomatApiKey", "wrong").get("/api/users").then().statusCode(401);

        becomes(() -> requests("billomat", "other", "rejected"), before + 1);
        becomes(() -> failures("billomat", "unauthenticated"), failures + 1);
    }

    @Test
    void a_quota_that_is_used_up() {
        double before = Scrape.take().sum(REQUESTS, label("dialect", "picqer"), label("outcome", "limited"));
        double refused = Scrape.take().sum("dragoman_limit_decisions_total", "decision=\"refused\"", "picqer");

        for (int i = 0; i < 7; i++) {
            given().auth().preemptive().basic("initech-picqer-key", "").get("/api/v1/users");
        }

        await().untilAsserted(() -> {
            assertThat(Scrape.take().sum(REQUESTS, label("dialect", "picqer"), label("outcome", "limited")))
                    .isGreaterThanOrEqualTo(before + 2);
            assertThat(Scrape.take().sum("dragoman_limit_decisions_total", "decision=\"refused\"", "picqer"))
                    .isGreaterThanOrEqualTo(refused + 2);
        });
    }

    @Test
    void a_request_nobody_claims() {
        double before = requests("none", "other", "rejected");
        double unknown = unknown("none", "path");

        given().get("/nobody/claims/this").then().statusCode(404);

        becomes(() -> requests("none", "other", "rejected"), before + 1);
        becomes(() -> unknown("none", "path"), unknown + 1);
    }

    @Test
    void a_path_the_dialect_has_nothing_at() {
        double before = unknown("picqer", "path");

        picqer().get("/api/v1/warehouses").then().statusCode(404);

        becomes(() -> unknown("picqer", "path"), before + 1);
    }

    @Test
    void parameters_nobody_reads() {
        double before = unknown("picqer", "parameter");

        picqer().queryParam("active", "1")
                .queryParam("colour", "red")
                .queryParam("shape", "x")
                .get("/api/v1/users");

        becomes(() -> unknown("picqer", "parameter"), before + 2);
    }

    @Test
    void a_request_that_is_no_http() throws IOException {
        double before = requests("picqer", "other", "rejected");
        double failures = failures("picqer", "malformed");

        RawHttp.send(server.getPort(), "GET /api/v1/users HTTP/1.1\r\nHost: x\r\nNo\u0001Name: x\r\n\r\n");

        becomes(() -> requests("picqer", "other", "rejected"), before + 1);
        becomes(() -> failures("picqer", "malformed"), failures + 1);
    }

    @Test
    void a_connection_that_breaks_off_inside_a_body() throws IOException {
        double before = requests("erply", "other", "rejected");

        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write("POST /api/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        becomes(() -> requests("erply", "other", "rejected"), before + 1);
    }

    @Test
    void a_call_of_erplys_though_it_is_answered_with_200() {
        double before = requests("erply", "getEmployees", "rejected");
        double failures = failures("erply", "unauthenticated");

        erply("getEmployees").then().statusCode(200);

        becomes(() -> requests("erply", "getEmployees", "rejected"), before + 1);
        becomes(() -> failures("erply", "unauthenticated"), failures + 1);
    }

    @Test
    void a_call_erply_has_and_the_facade_has_not() {
        double calls = unknown("erply", "call");
        double paths = unknown("erply", "path");

        erply("getSalesDocuments").then().statusCode(200);

        becomes(() -> unknown("erply", "call"), calls + 1);
        becomes(() -> unknown("erply", "path"), paths);
    }

    @Test
    void each_part_of_a_bulk_that_fails() {
        double bulks = requests("erply", "bulk", "success");
        double failures = failures("erply", "no_such_path");
        double calls = unknown("erply", "call");

        given().formParam("clientCode", "100001")
                .formParam("requests", "[{\"requestName\":\"noSuch\"},{\"requestName\":\"norThis\"}]")
                .post("/api/")
                .then()
                .statusCode(200);

        becomes(() -> requests("erply", "bulk", "success"), bulks + 1);
        becomes(() -> failures("erply", "no_such_path"), failures + 2);
        becomes(() -> unknown("erply", "call"), calls + 2);
    }

    @Test
    void logins_right_and_wrong() {
        double right = Scrape.take().sum("dragoman_logins_total", label("result", "success"));
        double wrong = Scrape.take().sum("dragoman_logins_total", label("result", "failure"));

        login("demo-admin-1");
        login("observed-wrong-1");

        becomes(() -> Scrape.take().sum("dragoman_logins_total", label("result", "success")), right + 1);
        becomes(() -> Scrape.take().sum("dragoman_logins_total", label("result", "failure")), wrong + 1);
    }

    @Test
    void pools_of_workers_are_there_from_the_start() {
        assertThat(Scrape.take().series())
                .contains(
                        "dragoman_workers_active{pool=\"hashing\"}",
                        "dragoman_workers_queued{pool=\"images\"}",
                        "dragoman_workers_refused_total{pool=\"hashing\"}",
                        "dragoman_failures_total{dialect=\"cscart\",kind=\"internal\"}");
    }

    /** An answer may arrive a moment before it is counted. */
    private static void becomes(DoubleSupplier value, double expected) {
        await().untilAsserted(() -> assertThat(value.getAsDouble()).isEqualTo(expected));
    }

    private static RequestSpecification picqer() {
        return given().auth().preemptive().basic("acme-picqer-key", "");
    }

    private static Response erply(String call) {
        return given().formParam("clientCode", "100001")
                .formParam("request", call)
                .post("/api/");
    }

    private static void login(String password) {
        given().formParam("clientCode", "100001")
                .formParam("request", "verifyUser")
                .formParam("username", "admin")
                .formParam("password", password)
                .post("/api/")
                .then()
                .statusCode(200);
    }

    private static double requests(String dialect, String operation, String outcome) {
        return Scrape.take()
                .sum(REQUESTS, label("dialect", dialect), label("operation", operation), label("outcome", outcome));
    }

    private static double failures(String dialect, String kind) {
        return Scrape.take().sum(FAILURES, label("dialect", dialect), label("kind", kind));
    }

    private static double unknown(String dialect, String what) {
        return Scrape.take().sum(UNKNOWN, label("dialect", dialect), label("what", what));
    }

    private static String label(String name, String value) {
        return name + "=\"" + value + "\"";
    }
}
