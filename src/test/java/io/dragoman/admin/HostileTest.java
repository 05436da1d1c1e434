package io.dragoman.admin;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Bodies that are not what they should be. */
@QuarkusTest
class HostileTest {

    @Test
    void a_body_of_another_type_is_not_read() {
        Response refused = Admin.operator()
                .contentType("application/xml")
                .body("<account/>")
                .post("/admin/v1/accounts");

        refused.then().statusCode(415).body("type", equalTo("/problems/unsupported-media-type"));
    }

    @Test
    void what_is_no_json_is_said_to_be_none() {
        for (String body : new String[] {"", "{", "{} {}", "{\"name\":\"a\",\"name\":\"b\"}", "[".repeat(30)}) {
            Admin.post("/accounts", body).then().statusCode(400).body("type", equalTo("/problems/malformed"));
        }
    }

    @Test
    void a_value_of_another_type_is_not_guessed_at() {
        String account = Admin.account();
        for (String body : new String[] {
            "[]",
            "{\"active\":\"true\"}",
            "{\"active\":1}",
            "{\"login\":5}",
            "{\"maxDiscount\":1.5}",
            "{\"maxDiscount\":\"1\"}",
            "{\"company\":99999999999999999999}",
            "{\"numbers\":[1]}",
            "{\"created\":5}"
        }) {
            Admin.post(account + "/people", body).then().statusCode(422);
        }
    }

    @Test
    void a_body_that_is_too_large_is_not_read() {
        Response refused = Admin.post("/accounts", " ".repeat(1_100_000));

        refused.then().statusCode(413).body("type", equalTo("/problems/body-too-large"));
    }

    @Test
    void a_text_that_cannot_be_stored_is_refused() {
        Response refused = Admin.post(Admin.accountWithRole() + "/people", "{\"login\":\"a\\u0000b\"}");

        refused.then().statusCode(422);
    }

    @Test
    void an_operators_name_is_short_and_printable() {
        Response refused = Admin.operator().header("X-Operator", "x".repeat(65)).get("/admin/v1/accounts");

        refused.then().statusCode(422).body("errors[0].pointer", equalTo(":X-Operator"));
    }

    @Test
    void unknown_paths_are_told_so() {
        Admin.get("/nothing").then().statusCode(404).body("type", equalTo("/problems/no-such-path"));
    }
}
