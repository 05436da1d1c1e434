package io.dragoman.dialect.erply;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a request may be sent, and what an answer is sent as (erply.md 1.1, 7). */
@QuarkusTest
class ErplyWireTest {

    private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxk";

    @Test
    void everything_in_the_query_of_a_post_without_a_body() {
        Response answer = given().header("Accept", "application/json").post("/api/?" + own());

        assertThat(userOf(answer)).isEqualTo("admin");
    }

    @Test
    void everything_in_the_query_of_a_get() {
        assertThat(userOf(given().get("/api/?" + own()))).isEqualTo("admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/"})
    void a_urlencoded_body_with_and_without_the_trailing_slash(String path) {
        Answered answer = Erply.post(path, Erply.FORM, own());

        assertThat(userOf(answer)).isEqualTo("admin");
    }

    @Test
    void a_charset_on_the_content_type() {
        Answered answer = Erply.post("/api/", Erply.FORM + "; charset=utf-8", own());

        assertThat(userOf(answer)).isEqualTo("admin");
    }

    @Test
    void multipart_parts_without_a_type_of_their_own() {
        Answered answer = multipart(part("sessionKey", Erply.session("admin"))
                + part("getCurrentUser", "1")
                + part("request", "getUserRights")
                + part("clientCode", Erply.ACME));

        assertThat(userOf(answer)).isEqualTo("admin");
    }

    @Test
    void a_basic_header_beside_a_client_code_makes_no_difference() {
        Response answer = given().auth().preemptive().basic("clerk", "x").get("/api?" + own());

        assertThat(userOf(answer)).isEqualTo("admin");
    }

    @Test
    void the_body_wins_over_the_query_and_the_last_of_a_name_over_the_first() {
        Answered answer = Erply.post(
                "/api/?userID=7&clientCode=" + Erply.ACME,
                Erply.FORM,
                "request=getUserRights&userID=1&userID=10&sessionKey=" + Erply.session("admin"));

        assertThat(userOf(answer)).isEqualTo("sara");
    }

    @ParameterizedTest
    @CsvSource({"userID[]=6, 1030 userID", "userID[x]=6, 1030 userID", "getCurrentUser[]=1, 1030 getCurrentUser"})
    void an_array_where_a_scalar_is_due_is_named(String parameter, String refusal) {
        Answered answer = Erply.post(
                "request=getUserRights&clientCode=100001&" + parameter + "&sessionKey=" + Erply.session("admin"));

        assertThat(Erply.refusal(Erply.json(answer))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "userID=%20 6, 1",
        "userID=06, 1",
        "userID=424242, 0",
        "userID=-1, 0",
        "userID=99999999999999999999999, 0",
        "userID=, 6",
        "userID=7&pageNo=0&recordsOnPage=x, 1",
        "pageNo=99999999999999999999, 6"
    })
    void an_id_is_any_integer_and_nonsense_in_paging_the_default(String parameter, int total) {
        Answered answer = Erply.post(
                "request=getUserRights&clientCode=100001&" + parameter + "&sessionKey=" + Erply.session("admin"));

        assertThat(Erply.json(answer).at("/status/recordsTotal").asInt(-1)).isEqualTo(total);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no boundary here", "--" + BOUNDARY + "\r\nnothing\r\n", "--" + BOUNDARY + "\r\n"})
    void a_multipart_body_that_cannot_be_taken_apart_is_malformed(String body) {
        JsonNode answer = Erply.json(
                Erply.post("/api/?clientCode=100001", "multipart/form-data; boundary=" + BOUNDARY, body + " "));

        assertThat(Erply.code(answer)).isEqualTo(1015);
    }

    @Test
    void more_parameters_than_allowed_are_malformed() {
        JsonNode answer = Erply.json(Erply.post("clientCode=100001&request=x" + "&a=1".repeat(1_000)));

        assertThat(Erply.code(answer)).isEqualTo(1015);
    }

    @Test
    void a_longer_value_than_allowed_is_named() {
        JsonNode answer = Erply.json(Erply.post("clientCode=100001&request=verifyUser&username=" + "a".repeat(70_000)));

        assertThat(Erply.refusal(answer)).isEqualTo("1016 username");
        assertThat(answer.at("/status/request").asText()).isEqualTo("verifyUser");
    }

    @Test
    void a_body_beyond_the_limit_is_malformed_in_the_envelope() {
        Answered answer = Erply.post("a=" + "b".repeat(11 << 20));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Erply.code(Erply.json(answer))).isEqualTo(1015);
    }

    @Test
    void a_body_of_another_type_holds_no_parameters() {
        Answered answer = Erply.post("/api/", "application/json", "{\"clientCode\":\"100001\"}");

        assertThat(Erply.code(Erply.json(answer))).isEqualTo(1001);
    }

    @ParameterizedTest
    @CsvSource({
        "'', text/html; charset=UTF-8",
        "sendContentType=1, application/json; charset=UTF-8",
        "setContentType=1, text/html; charset=UTF-8",
        "responseType=json&sendContentType=1, application/json; charset=UTF-8",
        "responseType=XML&sendContentType=1, application/xml; charset=UTF-8",
        "responseType=xml, text/html; charset=UTF-8"
    })
    void the_content_type_is_sent_to_those_who_ask(String parameters, String type) {
        Response answer = given().get("/api/?" + own() + "&" + parameters);

        assertThat(answer.header("Content-Type")).isEqualTo(type);
    }

    @Test
    void markup_in_what_is_echoed_is_no_markup() {
        Answered answer = Erply.post("clientCode=100001&request=%3Cscript%3E%26");

        assertThat(answer.asString()).contains("\\u003cscript\\u003e\\u0026").doesNotContain("<");
        assertThat(Erply.json(answer).at("/status/request").asText()).isEqualTo("<script>&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"})
    void other_methods_are_refused_without_a_word(String method) {
        Response answer = given().request(method, "/api/?" + own());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, POST");
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void scripts_of_any_page_may_read_answers() {
        assertThat(given().get("/api/?" + own()).header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(given().get("/api/v1/users").header("Access-Control-Allow-Origin"))
                .isNull();
    }

    @Test
    void a_browser_that_asks_first_is_told_what_it_may_send() {
        Response answer = given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/user/rights");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("sessionKey");
    }

    @ParameterizedTest
    @CsvSource({
        "100001.erply.com, 0",
        "100001.ERPLY.com:8080, 0",
        "200002.erply.com, 1001",
        "nosuch.erply.com, 1001",
        "localhost, 0"
    })
    void a_host_must_name_the_account_of_the_client_code(String host, int code) {
        Response answer = given().header("Host", host).get("/api/?" + own());

        assertThat(Erply.code(Erply.json(answer))).isEqualTo(code);
    }

    @Test
    void a_path_of_the_host_that_is_none_of_the_api_is_not_found() {
        Response answer = given().header("Host", "100001.erply.com").get("/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString()).isEqualTo("{\"message\":\"Not found\"}");
    }

    private static Answered multipart(String parts) {
        return Erply.post("/api/", "multipart/form-data; boundary=" + BOUNDARY, parts + "--" + BOUNDARY + "--\r\n");
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String own() {
        return "clientCode=100001&request=getUserRights&getCurrentUser=1&sessionKey=" + Erply.session("admin");
    }

    private static String userOf(Answered answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Erply.json(answer).at("/records/0/userName").asText();
    }

    private static String userOf(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Erply.json(answer).at("/records/0/userName").asText();
    }
}
