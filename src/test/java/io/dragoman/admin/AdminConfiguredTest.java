package io.dragoman.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The operator's API as somebody has set it up. */
@QuarkusTest
@TestProfile(AdminConfiguredTest.Configured.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdminConfiguredTest {

    @TestHTTPResource(value = "/swagger-ui/", management = true)
    URL page;

    /** A token from a file, a limit that is soon reached, and conditions that are asked for. */
    public static class Configured implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path file = Files.createTempFile("token", null);
                Files.writeString(file, "a-token-from-a-file\n");
                return Map.of(
                        "dragoman.admin.token", "",
                        "dragoman.admin.token-file", file.toString(),
                        "dragoman.admin.failures", "3",
                        "dragoman.admin.failure-window", "1h",
                        "dragoman.admin.max-page", "1",
                        "dragoman.admin.require-if-match", "true",
                        "dragoman.admin.ui", "true");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    @Order(1)
    void a_change_must_say_which_version_it_is_of() {
        Response refused = call("a-token-from-a-file")
                .contentType(Admin.JSON)
                .body("{\"timeZone\":\"UTC\"}")
                .patch("/admin/v1/accounts/globex");

        refused.then().statusCode(428).body("type", equalTo("/problems/condition-missing"));
    }

    @Test
    @Order(2)
    void a_page_has_no_more_rows_than_it_may() {
        Response page = call("a-token-from-a-file").get("/admin/v1/accounts?limit=50");

        page.then().statusCode(200).body("items", hasSize(1)).body("next", notNullValue());
    }

    @Test
    @Order(3)
    void the_page_to_try_it_with_is_there_once_asked_for() {
        assertThat(given().get(page).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void a_browser_may_call_from_that_page_and_from_no_other_host() {
        given().header("Origin", "http://localhost:9000")
                .header("Access-Control-Request-Method", "GET")
                .options("/admin/v1/accounts")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "http://localhost:9000");
        call("a-token-from-a-file")
                .header("Origin", "http://evil.example.com")
                .get("/admin/v1/accounts")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    @Order(4)
    void after_some_wrong_tokens_none_is_looked_at() {
        for (int i = 0; i < 3; i++) {
            call("wrong-token-" + i).get("/admin/v1/accounts").then().statusCode(401);
        }

        Response limited = call("a-token-from-a-file").get("/admin/v1/accounts");

        limited.then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .contentType(Problem.TYPE)
                .body("type", equalTo("/problems/rate-limited"));
    }

    private static io.restassured.specification.RequestSpecification call(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    /** Else the answers to a hundred guesses in a query would tell which of them is right. */
    @Test
    @Order(9)
    void past_the_limit_no_token_in_the_query_is_looked_at_either() {
        Response refused = given().get("/admin/v1/accounts?a=wrong&b=a-token-from-a-file");

        refused.then().statusCode(429);
    }
}
