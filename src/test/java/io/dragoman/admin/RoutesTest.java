package io.dragoman.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every route there is, whatever is added, is closed to all but the operator. */
@QuarkusTest
class RoutesTest {

    @Inject
    Routes routes;

    @Test
    void no_route_lets_anybody_else_in() {
        List<Routes.Route> all = routes.all();

        assertThat(all).hasSizeGreaterThan(30).allSatisfy(RoutesTest::isClosed);
    }

    @Test
    void a_method_that_a_path_does_not_take_is_answered_with_those_it_takes() {
        Admin.operator()
                .put("/admin/v1/accounts")
                .then()
                .statusCode(405)
                .contentType(Problem.TYPE)
                .header("Allow", "GET, POST");
    }

    private static void isClosed(Routes.Route route) {
        String path = route.template()
                .replace("{account}", "acme")
                .replaceAll("\\{[^}]+}", "018f0000-0000-7000-8000-000000000000");
        assertThat(callers())
                .allSatisfy((who, caller) -> caller.request(route.method(), path)
                        .then()
                        .statusCode(401)
                        .contentType(Problem.TYPE));
    }

    private static Map<String, RequestSpecification> callers() {
        return Map.of(
                "no token", given(),
                "a wrong token", given().header("Authorization", "Bearer wrong-operator-token"),
                "the token as a password", given().auth().preemptive().basic("operator", Admin.TOKEN),
                "a key in a header", given().header("X-BillomatApiKey", "acme-billomat-key"),
                "a key as a user name", given().auth().preemptive().basic("acme-picqer-key", ""),
                "a key with an address", given().auth().preemptive().basic("admin@example.com", "acme-cscart-key"),
                "two tokens", given().header("Authorization", "Bearer " + Admin.TOKEN, "Bearer " + Admin.TOKEN));
    }
}
