package io.dragoman.dialect.billomat;

import static io.dragoman.dialect.billomat.Calls.ACME;
import static io.dragoman.dialect.billomat.Calls.GLOBEX;
import static io.dragoman.dialect.billomat.Calls.json;
import static io.dragoman.dialect.billomat.Calls.send;
import static io.dragoman.dialect.billomat.Calls.text;
import static io.dragoman.dialect.billomat.Calls.xml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.Golden;
import io.dragoman.directory.Permission;
import io.dragoman.directory.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Billomat's roles over HTTP (billomat.md 3.7). */
@QuarkusTest
class BillomatRoleTest {

    @Inject
    Globex globex;

    @ParameterizedTest
    @CsvSource({
        "/roles, roles.json",
        "/roles?name=, roles.json",
        "/roles?order_by=id, roles.json",
        "/roles?name=MANAGE, roles-of-name.json"
    })
    void lists_roles_byte_for_byte(String path, String golden) {
        assertThat(text(json(path))).isEqualTo(Golden.text("billomat/" + golden));
    }

    @Test
    void sends_roles_as_xml_byte_for_byte() {
        assertThat(text(xml("/roles/8"))).isEqualTo(Golden.text("billomat/role-8.xml"));
        assertThat(text(xml("/roles?name=manage"))).isEqualTo(Golden.text("billomat/roles-of-name.xml"));
    }

    @Test
    void a_write_sets_the_areas_it_names_and_leaves_the_others() {
        String name = "Rôle " + UUID.randomUUID();
        Response made = send(
                GLOBEX,
                "POST",
                "/roles",
                "<role><name>" + name + "</name><articles>READ</articles>"
                        + "<settings_documents>UPDATE</settings_documents></role>");
        String path = "/roles/" + made.jsonPath().getString("role.id");

        Response changed = send(
                GLOBEX, "PUT", path, "{\"role\":{\"id\":\"4\",\"clients\":\"DELETE\",\"settings_documents\":\"\"}}");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.jsonPath().getString("role.settings_documents")).isEqualTo("UPDATE");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.jsonPath().getString("role.name")).isEqualTo(name);
        assertThat(changed.jsonPath().getString("role.articles")).isEqualTo("READ");
        assertThat(changed.jsonPath().getString("role.clients")).isEqualTo("DELETE");
        assertThat(changed.jsonPath().getString("role.settings_documents")).isEmpty();
        assertThat(text(json(GLOBEX, path))).isEqualTo(text(changed));
        assertThat(send(GLOBEX, "DELETE", path, "").statusCode()).isEqualTo(200);
        assertThat(json(GLOBEX, path).statusCode()).isEqualTo(404);
    }

    @Test
    void a_level_written_shows_at_once_in_the_rights_of_another_api() {
        User person = globex.person(Permission.of("products:view"), Permission.of("customers:credit"));
        String role = "/roles/" + person.links().get(0).role().known(BillomatDialect.ID);
        boolean before = mayEditProducts(person);

        send(GLOBEX, "PUT", role, "{\"role\":{\"articles\":\"UPDATE\",\"clients\":\"READ\"}}");

        assertThat(before).isFalse();
        assertThat(mayEditProducts(person)).isTrue();
        assertThat(json(GLOBEX, "/users/" + Globex.number(person)).jsonPath().getString("user.rights.articles"))
                .isEqualTo("UPDATE");
        assertThat(globex.read(person).permissions())
                .contains(Permission.of("customers:credit"), Permission.of("customers:view"));
        globex.remove(person);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":{\"articles\":\"READ\"}}",
                "{\"role\":{\"name\":\"\"}}",
                "{\"role\":{\"name\":\"x\",\"articles\":\"CREATE\"}}",
                "{\"role\":{\"name\":\"x\",\"articles\":\"read\"}}",
                "{\"role\":{\"name\":\"x\",\"settings_addons\":\"READ\"}}",
                "{\"role\":{\"name\":\"x\\u0000\"}}",
                "{\"role\":[]}",
                "<role/>",
                "<roles><name>x</name></roles>"
            })
    void a_role_that_breaks_a_rule_is_not_made(String body) {
        String before = text(json(ACME, "/roles"));

        Response answer = send(ACME, "POST", "/roles", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors.error")).isNotBlank();
        assertThat(text(json(ACME, "/roles"))).isEqualTo(before);
    }

    @Test
    void a_role_in_use_is_not_deleted() {
        Response answer = send(ACME, "DELETE", "/roles/8", "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer)).isEqualTo(Golden.text("billomat/in-use.json"));
    }

    @ParameterizedTest
    @CsvSource({"GET, /roles", "GET, /roles/1", "HEAD, /roles", "POST, /roles", "PUT, /roles/1", "DELETE, /roles/1"})
    void who_has_no_right_to_roles_is_refused(String method, String path) {
        User person = globex.person(Permission.USERS_EDIT);

        Response answer = send(globex.key(person), method, path, "{\"role\":{\"name\":\"x\"}}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(text(answer)).isEqualTo(method.equals("HEAD") ? "" : Golden.text("billomat/forbidden.json"));
        globex.remove(person);
    }

    private static boolean mayEditProducts(User person) {
        return given().auth()
                .preemptive()
                .basic("globex-picqer-key", "")
                .get("/api/v1/users/" + person.numbers().known("picqer"))
                .jsonPath()
                .getBoolean("rights.find { it.right == 'products.edit' }.granted");
    }
}
