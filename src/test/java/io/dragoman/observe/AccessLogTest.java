package io.dragoman.observe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.edge.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URL;
import java.util.Locale;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request has an id, which its answer carries, and one line in the access log, which holds nothing of its own words. */
@QuarkusTest
class AccessLogTest {

    private AccessLines lines;

    @TestHTTPResource
    URL server;

    @BeforeEach
    void listen() {
        lines = AccessLines.listen();
    }

    @AfterEach
    void stop() {
        lines.close();
    }

    @Test
    void a_request_is_one_line_with_its_fields() {
        Response answer = given().header("X-BillomatApiKey", "acme-billomat-key")
                .header("X-Request-Id", "line-1")
                .queryParam("email", "info@example.com")
                .get("/api/users");

        Map<String, String> fields = lines.of("line-1").getMdcCopy();
        assertThat(fields)
                .containsEntry("dialect", "billomat")
                .containsEntry("account", "acme")
                .containsEntry("operation", "users.list")
                .containsEntry("method", "GET")
                .containsEntry("status", "200")
                .containsEntry("outcome", "success")
                .containsEntry("bytesIn", "0")
                .containsEntry("bytesOut", Integer.toString(answer.asByteArray().length))
                .containsOnlyKeys(
                        "requestId",
                        "traceId",
                        "dialect",
                        "account",
                        "operation",
                        "method",
                        "status",
                        "outcome",
                        "durationMs",
                        "bytesIn",
                        "bytesOut");
        assertThat(fields.get("durationMs")).matches("\\d+\\.\\d{3}");
        assertThat(lines.all())
                .filteredOn(line -> "line-1".equals(line.getMdc("requestId")))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line.getMessage())
                        .startsWith("dialect=billomat account=acme operation=users.list method=GET")
                        .doesNotContain("info", "example", "acme-billomat-key", "/api"));
    }

    @Test
    void a_call_in_a_form_is_told_by_its_name_and_account() {
        given().header("X-Request-Id", "line-2")
                .formParam("clientCode", "100001")
                .formParam("request", "verifyUser")
                .formParam("username", "admin")
                .formParam("password", "demo-admin-1")
                .post("/api/");

        ExtLogRecord line = lines.of("line-2");
        assertThat(line.getMdcCopy())
                .containsEntry("dialect", "erply")
                .containsEntry("account", "acme")
                .containsEntry("operation", "verifyUser");
        assertThat(line.getMessage()).doesNotContain("admin", "100001");
    }

    @Test
    void a_caller_who_is_refused_has_a_line_too() {
        given().header("X-BillomatApiKey", "wrong-key-1")
                .header("X-Request-Id", "line-3")
                .get("/api/users");

        ExtLogRecord line = lines.of("line-3");
        assertThat(line.getMdcCopy())
                .containsEntry("status", "401")
                .containsEntry("outcome", "rejected")
                .doesNotContainKey("account");
        assertThat(line.getMessage()).doesNotContain("wrong-key-1");
    }

    @Test
    void what_is_no_http_has_a_line_too() throws IOException {
        RawHttp.Answers answer = RawHttp.send(
                server.getPort(),
                "GET /api/v1/users HTTP/1.1\r\nHost: x\r\nX-Request-Id: line-4\r\nNo\u0001Name: x\r\n\r\n");

        String id = answer.text()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("x-request-id: "))
                .findFirst()
                .orElseThrow()
                .substring(14);
        assertThat(lines.of(id).getMdcCopy())
                .containsEntry("dialect", "picqer")
                .containsEntry("status", "400")
                .containsEntry("outcome", "rejected");
    }

    @Test
    void a_method_nobody_knows_is_not_repeated() throws IOException {
        RawHttp.send(server.getPort(), "SECRETMETHOD /nowhere HTTP/1.1\r\nHost: x\r\nX-Request-Id: line-5\r\n\r\n");

        assertThat(lines.of("line-5").getMessage()).contains("method=OTHER").doesNotContain("SECRETMETHOD");
    }

    @Test
    void an_id_is_made_where_none_came() {
        String id = given().get("/nowhere").header("X-Request-Id");

        assertThat(id).matches("[0-9a-v]{24}");
        assertThat(lines.of(id).getMdc("dialect")).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users/423",
                "/api/v1/nosuch",
                "/api/users",
                "/api/roles",
                "/api/",
                "/v1/user/rights",
                "/nowhere"
            })
    void every_answer_carries_its_id(String path) {
        assertThat(given().header("X-Request-Id", "kept-1").get(path).header("X-Request-Id"))
                .isEqualTo("kept-1");
    }

    @Test
    void an_answer_to_too_much_carries_its_id() throws IOException {
        for (String more : new String[] {"X-Long: " + "a".repeat(20_480), "Content-Length: 11000000"}) {
            RawHttp.Answers answer = RawHttp.send(
                    server.getPort(),
                    "POST /api/v1/users HTTP/1.1\r\nHost: x\r\nX-Request-Id: kept-2\r\n" + more + "\r\n\r\n");

            assertThat(answer.text()).containsIgnoringCase("x-request-id: kept-2");
        }
    }

    @Test
    void a_hostile_id_is_neither_repeated_nor_logged() throws IOException {
        for (String hostile :
                new String[] {"forged outcome=success", "f\u00fcr", "a".repeat(10_240), "mia@example.com"}) {
            RawHttp.Answers answer = RawHttp.send(
                    server.getPort(), "GET /nowhere HTTP/1.1\r\nHost: x\r\nX-Request-Id: " + hostile + "\r\n\r\n");

            assertThat(answer.text()).doesNotContain(hostile);
        }
        given().header("X-Request-Id", "after-hostile").get("/nowhere");
        // One thread writes all lines, in the order of the answers.
        lines.of("after-hostile");
        assertThat(lines.all())
                .hasSizeGreaterThanOrEqualTo(5)
                .noneSatisfy(line -> assertThat(line.getMdcCopy() + line.getMessage())
                        .containsAnyOf("forged", "f\u00fcr", "aaaaaa", "mia"));
    }
}
