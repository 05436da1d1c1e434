package io.dragoman.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What is refused below JAX-RS is refused in the words of the dialect that the path or host shows. */
@QuarkusTest
class ProtocolErrorsTest {

    private static final String KEY = "Authorization: Basic "
            + Base64.getEncoder().encodeToString("acme-picqer-key:X".getBytes(StandardCharsets.UTF_8)) + "\r\n";

    @TestHTTPResource
    URL server;

    @Test
    void an_unknown_path_by_path_and_by_host() throws IOException {
        assertThat(send("GET /api/v1/nosuch HTTP/1.1\r\nHost: x\r\n" + KEY + "\r\n"))
                .satisfies(answer -> isPicqers(answer, 404, 8));
        assertThat(send("GET /nosuch HTTP/1.1\r\nHost: acme.picqer.com\r\n" + KEY + "\r\n"))
                .satisfies(answer -> isPicqers(answer, 404, 8));
    }

    @Test
    void headers_of_20_kilobytes_by_path_and_by_host() throws IOException {
        String header = "X-Long: " + "a".repeat(20_480) + "\r\n";

        assertThat(send("GET /api/v1/users HTTP/1.1\r\nHost: x\r\n" + header + "\r\n"))
                .satisfies(answer -> isPicqers(answer, 431, 1));
        assertThat(send("GET / HTTP/1.1\r\nHost: acme.picqer.com\r\n" + header + "\r\n"))
                .satisfies(answer -> isPicqers(answer, 431, 1));
    }

    @Test
    void headers_larger_than_http_itself_takes_them() throws IOException {
        assertThat(send("GET /api/v1/users HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(200_000) + "\r\n\r\n"))
                .satisfies(answer -> isPicqers(answer, 431, 1));
    }

    @Test
    void a_target_that_is_too_long() throws IOException {
        assertThat(send("GET /api/v1/users?x=" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .satisfies(answer -> isPicqers(answer, 414, 1));
    }

    @Test
    void a_target_longer_than_http_itself_takes_it_is_refused_though_nobody_can_claim_it() throws IOException {
        RawHttp.Answers answer = send("GET /api/v1/users?x=" + "a".repeat(200_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer.statusLine()).matches("HTTP/1\\.[01] 414 .*");
        assertThat(answer.body()).isEqualTo("{\"status\":414,\"error\":\"URI Too Long\"}");
    }

    @Test
    void a_body_that_says_it_is_too_large() throws IOException {
        byte[] head = ("POST /api/v1/users HTTP/1.1\r\nHost: x\r\n" + KEY + "Content-Length: 11000000\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);

        RawHttp.Answers answer = RawHttp.send(server.getPort(), Arrays.copyOf(head, head.length + 11_000_000));

        isPicqers(answer, 413, 1);
        assertThat(answer.closed()).isTrue();
    }

    @Test
    void a_body_that_turns_out_too_large() throws IOException {
        String chunk = "100000\r\n" + "a".repeat(0x100000) + "\r\n";

        RawHttp.Answers answer = send("POST /api/v1/users HTTP/1.1\r\nHost: x\r\n" + KEY
                + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(11) + "0\r\n\r\n");

        isPicqers(answer, 413, 1);
    }

    @Test
    void a_broken_header_line() throws IOException {
        RawHttp.Answers answer = send("GET /api/v1/users HTTP/1.1\r\nHost: x\r\nNo\u0001Name: x\r\n\r\n");

        isPicqers(answer, 400, 22);
        assertThat(answer.closed()).isTrue();
    }

    @Test
    void a_broken_request_line_that_nobody_can_claim() throws IOException {
        RawHttp.Answers answer = send("complete nonsense\r\n\r\n");

        assertThat(answer.statusLine()).matches("HTTP/1\\.[01] 400 .*");
        assertThat(answer.body()).isEqualTo("{\"status\":400,\"error\":\"Bad Request\"}");
    }

    @Test
    void a_wrong_method_and_one_nobody_knows() throws IOException {
        for (String method : new String[] {"DELETE", "OPTIONS", "PATCH", "TRACE", "FROBNICATE"}) {
            assertThat(send(method + " /api/v1/users/423 HTTP/1.1\r\nHost: x\r\n" + KEY + "\r\n"))
                    .as(method)
                    .satisfies(answer -> isPicqers(answer, 405, 8));
        }
    }

    @Test
    void dot_segments_lead_out_of_no_room() throws IOException {
        for (String path : new String[] {"/api/v1/../../billomat", "/api/v1/%2e%2e/users", "/api/v1/./users"}) {
            assertThat(send("GET " + path + " HTTP/1.1\r\nHost: acme.picqer.com\r\n" + KEY + "\r\n"))
                    .as(path)
                    .satisfies(answer -> isPicqers(answer, 404, 8));
        }
    }

    @Test
    void characters_no_address_may_hold_name_nobody() throws IOException {
        for (String path : new String[] {"/users/%zz", "/users/|{}^", "/users/%00", "/users/[4]", "/users/\u00fc"}) {
            assertThat(send("GET /api/v1" + path + " HTTP/1.1\r\nHost: x\r\n" + KEY + "\r\n"))
                    .as(path)
                    .satisfies(answer -> isPicqers(answer, 404, 20));
        }
    }

    @Test
    void characters_no_query_may_hold_are_taken_all_the_same() throws IOException {
        RawHttp.Answers answer =
                send("GET /api/v1/users/me?x=a|b%&y=\u00c3\u00bc HTTP/1.1\r\nHost: x\r\n" + KEY + "\r\n");

        assertThat(answer.statusLine()).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_caller_who_waits_to_be_told_to_go_on_is_told_so() throws IOException {
        RawHttp.Answers answer =
                send("POST /api/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");

        assertThat(answer.statusLine()).startsWith("HTTP/1.1 100");
    }

    @Test
    void nobody_claims_other_addresses() throws IOException {
        RawHttp.Answers answer = send("GET /nobody/claims/this HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer.statusLine()).startsWith("HTTP/1.1 404");
        assertThat(answer.text()).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"status\":404,\"error\":\"Not Found\"}");
    }

    @Test
    void rooms_have_no_address() throws IOException {
        RawHttp.Answers answer = send("GET /picqer/api/v1/users HTTP/1.1\r\nHost: x\r\n" + KEY + "\r\n");

        assertThat(answer.statusLine()).startsWith("HTTP/1.1 404");
    }

    private RawHttp.Answers send(String request) throws IOException {
        return RawHttp.send(server.getPort(), request);
    }

    private static void isPicqers(RawHttp.Answers answer, int status, int code) {
        assertThat(answer.statusLine()).matches("HTTP/1\\.[01] " + status + " .*");
        assertThat(answer.text()).containsIgnoringCase("content-type: application/json");
        assertThat(answer.body()).startsWith("{\"error\":true,\"error_code\":" + code + ",");
    }
}
