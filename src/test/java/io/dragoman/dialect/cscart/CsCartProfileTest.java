package io.dragoman.dialect.cscart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.Golden;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The later releases' ways, and the switches (cscart.md 0.1, 4 and M1 to M4). */
@QuarkusTest
@TestProfile(CsCartProfileTest.Modern.class)
class CsCartProfileTest {

    /** Everything but the defaults. */
    public static class Modern implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "dragoman.cscart.profile", "modern",
                    "dragoman.cscart.clamp-pages", "false",
                    "dragoman.cscart.page-size", "3",
                    "dragoman.cscart.max-rows", "5",
                    "dragoman.hosts.cscart", "store.test");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/users, 400, modern-no-type",
        "GET, /api/users/999, 200, modern-nobody",
        "GET, /api/users/2, 200, modern-single-2",
        "GET, /api/users?user_type=A&page=99, 200, modern-page-99",
        "GET, /api/users?user_type=C, 200, modern-customers",
        "GET, /api/version, 200, modern-version",
        "GET, /api/foo, 404, modern-no-entity",
        "OPTIONS, /api/users, 200, modern-options",
        "PATCH, /api/users/3, 405, modern-method"
    })
    void answers_byte_for_byte(String method, String target, int status, String golden) {
        Response answer = CsCart.admin().request(method, target);

        assertThat(CsCart.text(answer)).isEqualTo(Golden.text("cscart/" + golden + ".json"));
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void an_update_of_nobody_is_an_error_of_what_was_done() {
        Response answer = CsCart.put("/api/users/999", Map.of("firstname", "N"));

        assertThat(CsCart.text(answer))
                .isEqualTo(
                        "{\"message\":\"Not Found: The User not found\",\"errors\":[\"The User not found\"],\"status\":404}");
    }

    @Test
    void a_form_put_holds_no_fields() {
        Response answer = CsCart.admin()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("firstname=N")
                .put("/api/users/3");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.<String>path("message")).isEqualTo("Method Not Allowed: Missing parameters");
    }

    @Test
    void passwords_are_plain_unless_the_path_says_two_point_zero() {
        Map<String, Object> fields = CsCart.staff();
        fields.put("password", "abc");

        assertThat(CsCart.post("/api/users", fields).statusCode()).isEqualTo(400);
        int number = CsCart.post("/api/2.0/users", fields).path("user_id");
        assertThat(CsCart.delete(number).statusCode()).isEqualTo(204);
    }

    @Test
    void no_answer_holds_more_rows_than_allowed() {
        assertThat(CsCart.get("/api/users?user_type=A&items_per_page=0")
                        .jsonPath()
                        .<Object>getList("users"))
                .hasSize(5);
    }

    @Test
    void a_configured_host_is_claimed_and_names_an_account_of_its_own() {
        List<Integer> statuses = List.of(
                CsCart.admin().header("Host", "store.test").get("/api/users/1").statusCode(),
                CsCart.admin()
                        .header("Host", "shop.acme.example")
                        .get("/api/users/1")
                        .statusCode());

        assertThat(statuses).containsExactly(401, 200);
    }
}
