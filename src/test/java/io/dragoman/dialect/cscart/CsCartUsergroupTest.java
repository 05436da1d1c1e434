package io.dragoman.dialect.cscart;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usergroups, and those of a user (cscart.md 3.8 and 3.9). */
@QuarkusTest
class CsCartUsergroupTest {

    private final List<Integer> made = new ArrayList<>();
    private String links = "";

    @BeforeEach
    void make_somebody_of_the_staff() {
        made.add(CsCart.created(CsCart.staff()));
        links = "/api/users/" + made.get(0) + "/usergroups";
    }

    @AfterEach
    void delete_whom_the_test_made() {
        made.forEach(CsCart::delete);
    }

    @Test
    void a_link_is_made_changed_and_taken_away() {
        Response put = CsCart.put(links + "/5", Map.of("status", "A"));
        String first = CsCart.get(links).path("5.link_id");

        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(CsCart.text(put)).isEqualTo("{\"message\":\"Status has been changed\"}");
        assertThat(shown("")).containsExactly("5", "6");
        assertThat(members(5)).contains(made.get(0).toString());

        CsCart.put(links + "/5", Map.of("status", "P"));

        assertThat(CsCart.get(links).<String>path("5.status")).isEqualTo("P");
        assertThat(CsCart.get(links).<String>path("5.link_id")).isNotEqualTo(first);
        assertThat(members(5)).doesNotContain(made.get(0).toString());

        Response deletion = CsCart.admin().delete(links + "/5");

        assertThat(deletion.statusCode()).isEqualTo(204);
        assertThat(shown("")).containsExactly("6");
        assertThat(shown("?all=1")).containsExactly("5", "6");
        assertThat(shown("?status=F")).containsExactly("5");
        assertThat(shown("?status%5B%5D=F&status%5B%5D=A")).containsExactly("5", "6");
        assertThat(CsCart.text(CsCart.get(links + "?status=D"))).isEqualTo("[]");
    }

    @Test
    void free_is_without_a_body() {
        assertThat(CsCart.put(links + "/5", Map.of("status", "F")).statusCode()).isEqualTo(204);
        assertThat(CsCart.admin().delete(links + "/4").statusCode()).isEqualTo(204);
    }

    @Test
    void the_primary_roles_link_stays_active() {
        assertThat(CsCart.put(links + "/6", Map.of("status", "A")).statusCode()).isEqualTo(200);
        refused(CsCart.put(links + "/6", Map.of("status", "P")), 400, "Bad Request");
        refused(CsCart.admin().delete(links + "/6"), 400, "Bad Request");
        assertThat(CsCart.get(links).<String>path("6.status")).isEqualTo("A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /77 | {\"status\":\"A\"} | 400 | Bad Request",
                "PUT | /5 | {\"status\":\"X\"} | 400 | Bad Request",
                "PUT | /5 | {\"x\":1} | 400 | Bad Request: The status field is required",
                "PUT | /5 | {\"status\":\"\"} | 400 | Bad Request: The status field is required",
                "PUT | /5 | {} | 405 | Method Not Allowed: Missing parameters",
                "PUT | '' | {\"status\":\"A\"} | 405 | Method Not Allowed: Object ID undefined",
                "DELETE | '' | {} | 405 | Method Not Allowed: Object ID undefined",
                "DELETE | /77 | {} | 400 | Bad Request",
                "POST | '' | {\"status\":\"A\"} | 400 | Bad Request",
                "POST | /5 | {\"status\":\"A\"} | 405 | Method Not Allowed: ID must not be defined",
                "GET | /5 | {} | 400 | Bad Request"
            })
    void what_cannot_be_done_with_a_link_is_told(String method, String group, String body, int status, String message) {
        Response answer =
                CsCart.admin().contentType("application/json").body(body).request(method, links + group);

        refused(answer, status, message);
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 400, Bad Request", "4, 5, 400, Bad Request", "999, 5, 404, Not Found"})
    void oneself_customers_and_nobody_get_no_links(String user, String group, int status, String message) {
        String target = "/api/users/" + user + "/usergroups/" + group;

        refused(CsCart.put(target, Map.of("status", "A")), status, message);
        refused(CsCart.admin().delete(target), status, message);
    }

    @Test
    void a_usergroup_lives_from_creation_to_deletion() {
        Response creation = CsCart.post("/api/usergroups", Map.of("type", "A", "status", "A", "usergroup", "Äpfel/1"));
        int number = creation.jsonPath().getInt("usergroup_id");
        String target = "/api/usergroups/" + number;

        assertThat(creation.statusCode()).isEqualTo(201);
        assertThat(CsCart.text(creation)).isEqualTo("{\"usergroup_id\":" + number + "}");
        assertThat(CsCart.text(CsCart.get(target)))
                .isEqualTo("{\"usergroup_id\":\"" + number
                        + "\",\"status\":\"A\",\"type\":\"A\",\"usergroup\":\"\\u00c4pfel\\/1\",\"privileges\":[]}");

        Response update = CsCart.put(target, Map.of("status", "H"));

        assertThat(CsCart.text(update)).isEqualTo("{\"message\":\"OK\"}");
        assertThat(CsCart.get(target).<String>path("status")).isEqualTo("H");

        assertThat(CsCart.admin().delete(target).statusCode()).isEqualTo(204);
        refused(CsCart.get(target), 404, "Not Found");
        refused(CsCart.admin().delete(target), 404, "Not Found");
    }

    @Test
    void a_disabled_usergroup_is_not_shown_among_a_users() {
        int number = CsCart.post("/api/usergroups", Map.of("type", "A", "status", "A", "usergroup", "Passing"))
                .path("usergroup_id");
        CsCart.put(links + "/" + number, Map.of("status", "A"));

        CsCart.put("/api/usergroups/" + number, Map.of("status", "D"));
        List<String> shown = shown("");
        CsCart.admin().delete("/api/usergroups/" + number);

        assertThat(shown).containsExactly("6");
    }

    @ParameterizedTest
    @CsvSource({
        "type, The type field is required",
        "status, The status field is required",
        "type status, The status field is required"
    })
    void of_a_usergroups_mandatory_fields_the_last_one_missing_is_named(String missing, String message) {
        Map<String, Object> fields = new HashMap<>(Map.of("type", "A", "status", "A", "usergroup", "Passing"));
        fields.keySet().removeAll(List.of(missing.split(" ")));

        Response answer = CsCart.post("/api/usergroups", fields.isEmpty() ? Map.of("a", 1) : fields);

        refused(answer, 400, "Bad Request: " + message);
    }

    @Test
    void a_usergroup_that_is_somebodys_primary_role_is_kept() {
        refused(CsCart.admin().delete("/api/usergroups/6"), 400, "Bad Request");
    }

    private List<String> shown(String query) {
        return List.copyOf(
                CsCart.get(links + query).jsonPath().<String, Object>getMap("$").keySet());
    }

    private static List<String> members(int group) {
        return CsCart.get("/api/users?usergroup_id=" + group).jsonPath().getList("users.user_id");
    }

    private static void refused(Response answer, int status, String message) {
        assertThat(CsCart.text(answer)).isEqualTo(CsCart.error(status, message));
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
