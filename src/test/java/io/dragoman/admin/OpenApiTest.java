package io.dragoman.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description of the operator's API: all of it, nothing else, on the management port alone. */
@QuarkusTest
class OpenApiTest {

    private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");

    @TestHTTPResource(value = "/openapi", management = true)
    URL description;

    @TestHTTPResource(value = "/swagger-ui/", management = true)
    URL page;

    @Inject
    Routes routes;

    @Test
    void every_route_is_described_and_no_other() {
        JsonPath api = api();

        assertThat(described(api))
                .isEqualTo(new TreeSet<>(routes.all().stream()
                        .map(route -> route.method().toLowerCase(java.util.Locale.ROOT) + " " + route.template())
                        .toList()));
    }

    @Test
    void schemas_are_those_that_are_read_and_written() {
        JsonPath api = api();

        assertThat(api.<Map<String, Object>>get("components.schemas.Person.properties"))
                .containsKeys("firstName", "numbers", "links", "granted", "warehouses");
        assertThat(api.<Map<String, Object>>get("components.schemas"))
                .containsKeys("Account", "Role", "Company", "Key", "App", "Change", "Problem", "Password", "Pin");
        assertThat(api.<String>get("components.securitySchemes.token.scheme")).isEqualTo("bearer");
        assertThat(
                        api.<String>get(
                                "paths.'/admin/v1/accounts'.post.responses.default.content.'application/problem+json'.schema.$ref"))
                .endsWith("/Problem");
    }

    @Test
    void the_dialects_port_knows_no_description() {
        Response dialects = given().get("/q/openapi");

        assertThat(dialects.statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_is_shown_only_where_it_was_asked_for() {
        assertThat(given().get(page).statusCode()).isEqualTo(404);
    }

    private JsonPath api() {
        Response found = given().queryParam("format", "json").get(description);
        found.then().statusCode(200);
        return found.jsonPath();
    }

    private static Set<String> described(JsonPath api) {
        Set<String> described = new TreeSet<>();
        api.<Map<String, Map<String, Object>>>get("paths")
                .forEach((path, operations) -> operations.keySet().stream()
                        .filter(VERBS::contains)
                        .forEach(verb -> described.add(verb + " " + path)));
        return described;
    }
}
