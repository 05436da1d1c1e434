package io.dragoman.dialect.erply;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.Golden;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reads of the Account Administration API (erply.md 2.3, 3.12). */
@QuarkusTest
class ErplyV1Test {

    @ParameterizedTest
    @CsvSource({
        "/v1/user/rights, v1-user-rights.json",
        "/v1/user-group/rights?userGroupID=2, v1-group-rights.json",
        "/v1/user-group, v1-groups.json",
        "/v1/user-group?skip=1&take=1, v1-groups-second.json"
    })
    void answers_byte_for_byte(String path, String golden) {
        Response answer = get("admin", path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(answer.header("X-Total-Count")).isNull();
        assertThat(answer.asString()).isEqualTo(Golden.text("erply/" + golden));
    }

    @Test
    void the_number_of_groups_is_told_when_asked_for() {
        Response answer = get("admin", "/v1/user-group?take=1&withTotalCount=true");

        assertThat(answer.header("X-Total-Count")).isEqualTo("3");
    }

    @Test
    void a_token_stands_for_the_session() {
        String token = Erply.callAs("sara", "getJwtToken").at("/records/token").asText();

        JsonNode answer = Erply.json(
                given().header("clientCode", Erply.ACME).header("jwt", token).get("/v1/user/rights"));

        assertThat(answer.at("/userName").asText()).isEqualTo("sara");
    }

    @ParameterizedTest
    @CsvSource({
        "100001, nope, sessionKey",
        "100001, '', sessionKey",
        "999999, '', sessionKey",
        "'', nope, sessionKey",
        "100001, a.b.c, jwt"
    })
    void whoever_shows_no_good_session_is_refused(String clientCode, String key, String header) {
        Response answer =
                given().header("clientCode", clientCode).header(header, key).get("/v1/user/rights");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(answer.asString()).isEqualTo("{\"message\":\"The session is missing, unknown or has expired\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/user-group/rights, 400",
        "GET, /v1/user-group/rights?userGroupID=x, 400",
        "GET, /v1/user-group/rights?userGroupID=99, 404",
        "GET, /v1/user-group?skip=x, 400",
        "GET, /v1/user/unknown, 404",
        "GET, /v1/users, 404",
        "POST, /v1/user/rights, 405"
    })
    void what_cannot_be_read_is_told_why(String method, String path, int status) {
        Response answer = given().header("clientCode", Erply.ACME)
                .header("sessionKey", Erply.session("admin"))
                .request(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Erply.json(answer).at("/message").isTextual()).isTrue();
    }

    private static Response get(String who, String path) {
        return given().header("clientCode", Erply.ACME)
                .header("sessionKey", Erply.session(who))
                .get(path);
    }
}
