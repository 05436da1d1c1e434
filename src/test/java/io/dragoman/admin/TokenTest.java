package io.dragoman.admin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Who is let in, and how the others are told. */
@QuarkusTest
class TokenTest {

    @Test
    void without_a_token_nothing_is_told() {
        Response refused = given().get("/admin/v1/accounts");

        refused.then()
                .statusCode(401)
                .contentType(Problem.TYPE)
                .header("WWW-Authenticate", "Bearer realm=\"dragoman\"")
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void a_token_in_the_query_is_refused_though_it_is_right() {
        Response refused = Admin.operator().get("/admin/v1/accounts?access_token=" + Admin.TOKEN);

        refused.then().statusCode(422).body("errors.pointer[0]", equalTo("?access_token"));
    }

    @Test
    void under_a_dialects_host_there_is_no_such_path() {
        Response unknown = Admin.operator().header("Host", "acme.picqer.com").get("/admin/v1/accounts");

        unknown.then().statusCode(401).contentType("application/json").body("error_code", equalTo(1));
    }

    @Test
    void a_dialects_key_opens_nothing() {
        Response refused =
                given().header("X-BillomatApiKey", "acme-billomat-key").get("/admin/v1/accounts");

        refused.then().statusCode(401).contentType(Problem.TYPE);
    }
}
