package io.dragoman.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** The change log as the operator reads it. */
@QuarkusTest
class ChangesTest {

    @Test
    void it_says_who_changed_what_and_through_what() {
        String account = Admin.accountWithRole();
        String person = Admin.person(account, "{\"login\":\"ann\"}");
        Admin.operator()
                .header("X-Operator", "Carla from IT")
                .contentType(Admin.JSON)
                .body("{\"phone\":\"12\",\"packingStation\":3}")
                .patch(Admin.ROOT + person)
                .then()
                .statusCode(200);

        Response log = Admin.get(account + "/changes?person=" + id(person));

        log.then()
                .statusCode(200)
                .body("items.action", contains("change", "create"))
                .body("items.by", contains("Carla from IT", "operator"))
                .body("items.system", everyItem(is("admin")))
                .body("items[0].changes.phone", is("12"))
                .body("items[0].changes.packingStation", is(3));
    }

    @Test
    void it_holds_no_secret() {
        String account = Admin.accountWithRole();
        String person = Admin.person(account, "{\"login\":\"ann\"}");
        Admin.put(person + "/password", "{\"plain\":\"canary-password\"}")
                .then()
                .statusCode(204);
        Admin.put(person + "/pin", "{\"pin\":\"98765432\"}").then().statusCode(204);
        Admin.post(person + "/keys", "{\"system\":\"billomat\",\"secret\":\"canary-key-" + id(person) + "\"}")
                .then()
                .statusCode(201);
        Admin.post(account + "/apps", "{\"system\":\"billomat\",\"appId\":\"a\",\"secret\":\"canary-app\"}")
                .then()
                .statusCode(201);

        String log = Admin.get(account + "/changes").asString();

        assertThat(log).doesNotContain("canary", "98765432", "argon2").contains("password", "pin", "hint");
    }

    @Test
    void a_persons_log_is_his_keys_too() {
        String account = Admin.accountWithRole();
        String person = Admin.person(account, "{\"login\":\"ann\"}");
        String other = Admin.person(account, "{\"login\":\"bob\"}");
        String key = Admin.post(person + "/keys", "{\"system\":\"erply\"}").path("id");
        Admin.post(account + "/keys/" + key + "/revoke", "").then().statusCode(200);

        Response log = Admin.get(account + "/changes?person=" + id(person));

        log.then().body("items.subject", contains("key", "key", "person"));
        Admin.get(account + "/changes?person=" + id(other)).then().body("items", hasSize(1));
    }

    @Test
    void it_is_read_by_time_and_author_in_pages() {
        String account = Admin.account();
        for (int i = 1; i <= 3; i++) {
            Admin.patch(account, "{\"warehouses\":[" + i + "]}").then().statusCode(200);
        }

        Response first = Admin.get(account + "/changes?limit=2&by=operator&since=2000-01-01T00:00:00Z");
        Response second = Admin.operator().get(first.<String>path("next"));

        first.then().body("items.changes.warehouses[0]", contains(3));
        second.then().body("items.action", contains("change", "create"));
        Admin.get(account + "/changes?until=2000-01-01T00:00:00Z").then().body("items", hasSize(0));
        Admin.get(account + "/changes?by=nobody").then().body("items", hasSize(0));
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
