package io.dragoman.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Accounts as the operator makes, reads, changes and deletes them. */
@QuarkusTest
class AccountsTest {

    @Test
    void an_account_is_made_with_all_it_is_given() {
        String name = "made-" + UUID.randomUUID();

        Response made = Admin.post("/accounts", """
                {"name": "%s", "timeZone": "Europe/Berlin", "names": {"billomat": ["Main-%s", "side-%s"]},
                 "quotas": {"billomat": 7}, "warehouses": [3, 1]}
                """.formatted(name, name, name));

        made.then()
                .statusCode(201)
                .header("Location", "/admin/v1/accounts/" + name)
                .header("ETag", matchesPattern("\"\\d+-[0-9a-f]{16}\""))
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("names.billomat", contains("main-" + name, "side-" + name))
                .body("quotas.billomat", equalTo(7))
                .body("warehouses", contains(1, 3));
    }

    @Test
    void a_name_can_be_taken_once() {
        String address = Admin.account();

        Response second = Admin.post("/accounts", "{\"name\":\"" + address.substring("/accounts/".length()) + "\"}");

        second.then()
                .statusCode(409)
                .contentType(Problem.TYPE)
                .body("type", equalTo("/problems/duplicate"))
                .body("errors.pointer", contains("/name"));
    }

    @Test
    void a_systems_name_can_be_taken_once() {
        String taken = "taken-" + UUID.randomUUID();
        Admin.patch(Admin.account(), "{\"names\":{\"erply\":[\"" + taken + "\"]}}")
                .then()
                .statusCode(200);

        Response second = Admin.patch(Admin.account(), "{\"names\":{\"erply\":[\"" + taken + "\"]}}");

        second.then().statusCode(409).body("errors.pointer", contains("/names"));
    }

    @Test
    void a_patch_changes_what_it_names() {
        String address = Admin.account();
        Admin.patch(address, "{\"quotas\":{\"erply\":5,\"billomat\":6}}").then().statusCode(200);

        Response changed = Admin.patch(address, "{\"timeZone\":\"Europe/Paris\",\"quotas\":{\"erply\":null}}");

        changed.then()
                .statusCode(200)
                .body("timeZone", equalTo("Europe/Paris"))
                .body("quotas.erply", nullValue())
                .body("quotas.billomat", equalTo(6));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        Response refused =
                Admin.post("/accounts", "{\"name\":\"a b\",\"timeZone\":\"Mars\",\"names\":{\"nobody\":[\"x\"]}}");

        refused.then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid"))
                .body("errors.pointer", contains("/name", "/timeZone", "/names/nobody"));
    }

    @Test
    void an_empty_account_is_deleted() {
        String address = Admin.account();

        Admin.delete(address).then().statusCode(204);

        Admin.get(address).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    @Test
    void pages_go_on_where_they_end() {
        Admin.account();
        Admin.account();

        Response first = Admin.get("/accounts?limit=1");
        Response second = Admin.operator().get(first.<String>path("next"));

        assertThat(first.<String>path("items[0].name")).isNotEqualTo(second.path("items[0].name"));
    }
}
