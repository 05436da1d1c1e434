package io.dragoman.admin;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Roles and companies as the operator makes, reads, changes and deletes them. */
@QuarkusTest
class RolesAndCompaniesTest {

    @Test
    void a_role_gets_the_numbers_it_is_given_and_the_next_ones_elsewhere() {
        Response made = Admin.post(
                Admin.account() + "/roles",
                "{\"name\":\"R\",\"status\":\"hidden\",\"permissions\":[\"users:view\"],"
                        + "\"numbers\":{\"erply\":12,\"billomat\":null,\"picqer\":3}}");

        made.then()
                .statusCode(201)
                .body("status", equalTo("hidden"))
                .body("permissions", contains("users:view"))
                .body("numbers.erply", equalTo(12))
                .body("numbers.picqer", equalTo(3))
                .body("numbers.billomat", nullValue())
                .body("numbers.cscart", equalTo(1));
    }

    @Test
    void a_roles_permissions_become_those_that_are_sent() {
        String account = Admin.account();
        String role = account + "/roles/" + Admin.role(account, "users:view", "users:edit");

        Response changed = Admin.patch(role, "{\"permissions\":[\"orders:edit\"],\"numbers\":{\"erply\":9}}");

        changed.then()
                .statusCode(200)
                .body("permissions", contains("orders:edit"))
                .body("numbers.erply", equalTo(9))
                .body("name", equalTo("Role"));
    }

    @Test
    void a_role_that_is_the_default_is_not_deleted() {
        String account = Admin.accountWithRole();
        String role = account + "/roles/" + Admin.get(account).path("defaultRole");

        Response refused = Admin.delete(role);

        refused.then().statusCode(409).body("type", equalTo("/problems/conflict"));
    }

    @Test
    void another_accounts_role_does_not_exist_and_is_no_default() {
        String role = Admin.role(Admin.account());
        String account = Admin.account();

        Admin.get(account + "/roles/" + role).then().statusCode(404);
        Admin.delete(account + "/roles/" + role).then().statusCode(404);
        Admin.patch(account, "{\"defaultRole\":\"" + role + "\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/defaultRole"));
    }

    @Test
    void a_role_with_a_permission_that_is_none_is_refused() {
        Response refused = Admin.post(Admin.account() + "/roles", "{\"permissions\":[\"users:fly\"]}");

        refused.then().statusCode(422).body("errors.pointer", contains("/name", "/permissions/0"));
    }

    @Test
    void a_role_is_changed_in_the_version_that_was_read() {
        String account = Admin.account();
        String role = account + "/roles/" + Admin.role(account);
        String tag = Admin.get(role).header("ETag");
        Admin.patch(role, "{\"name\":\"Other\"}").then().statusCode(200);

        Response late = Admin.operator().header("If-Match", tag).delete(Admin.ROOT + role);

        late.then().statusCode(412);
        Admin.delete(role).then().statusCode(204);
        Admin.get(account + "/roles").then().body("items", hasSize(0));
    }

    @Test
    void a_company_lives_while_somebody_is_of_it() {
        String account = Admin.accountWithRole();
        Admin.post(account + "/companies", "{\"number\":5,\"name\":\"Five\"}")
                .then()
                .statusCode(201);
        Admin.post(account + "/companies", "{\"number\":5,\"name\":\"Again\"}")
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/number"));
        Admin.patch(account + "/companies/5", "{\"name\":\"Cinq\"}").then().statusCode(200);
        String person = Admin.person(account, "{\"login\":\"ann\",\"company\":5}");

        Admin.delete(account + "/companies/5").then().statusCode(409);

        Admin.delete(person).then().statusCode(204);
        Admin.get(account + "/companies").then().body("items.name", contains("Cinq"));
        Admin.delete(account + "/companies/5").then().statusCode(204);
        Admin.get(account + "/companies/5").then().statusCode(404);
    }

    @Test
    void a_companys_number_stays() {
        String account = Admin.account();
        Admin.post(account + "/companies", "{\"number\":5,\"name\":\"Five\"}")
                .then()
                .statusCode(201);

        Admin.patch(account + "/companies/5", "{\"number\":6}").then().statusCode(422);
        Admin.post(account + "/companies", "{\"number\":0}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/number", "/name"));
    }
}
