package io.dragoman.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys as the operator makes them and as a dialect takes them. */
@QuarkusTest
class KeysTest {

    private static final String BILLOMAT = "{\"system\":\"billomat\"}";

    private String account;
    private String person;

    @BeforeEach
    void somebody() {
        account = Admin.accountWithRole();
        person = Admin.person(account, "{\"login\":\"ann\"}");
    }

    @Test
    void a_key_works_as_soon_as_it_is_made_and_is_told_once() {
        Response made = Admin.post(person + "/keys", BILLOMAT);

        made.then().statusCode(201).body("secret", notNullValue()).body("state", equalTo("active"));
        assertThat(callWith(made.path("secret"))).isEqualTo(200);
        Admin.operator()
                .get(made.header("Location"))
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("hint", equalTo(made.<String>path("secret").substring(36)));
    }

    @Test
    void a_key_that_clients_have_already_is_imported() {
        String secret = "old-" + UUID.randomUUID();

        Response made = Admin.post(person + "/keys", "{\"system\":\"billomat\",\"secret\":\"" + secret + "\"}");

        made.then().statusCode(201);
        assertThat(callWith(secret)).isEqualTo(200);
    }

    @Test
    void a_key_that_is_somebodys_already_is_refused_without_saying_whose() {
        Response refused = Admin.post(person + "/keys", "{\"system\":\"billomat\",\"secret\":\"acme-billomat-key\"}");

        refused.then().statusCode(409).body("errors.pointer", contains("/secret"));
        assertThat(refused.asString()).doesNotContain("acme");
    }

    @Test
    void a_revoked_key_is_refused() {
        Response made = Admin.post(person + "/keys", BILLOMAT);

        Response revoked = Admin.post(key(made) + "/revoke", "");

        revoked.then().statusCode(200).body("state", equalTo("revoked"));
        assertThat(callWith(made.path("secret"))).isEqualTo(401);
    }

    @Test
    void an_expired_key_is_refused() {
        Response made = Admin.post(person + "/keys", BILLOMAT);

        Response changed = Admin.patch(key(made), "{\"expires\":\"2020-01-01T00:00:00Z\"}");

        changed.then().statusCode(200).body("state", equalTo("expired"));
        assertThat(callWith(made.path("secret"))).isEqualTo(401);
    }

    @Test
    void while_they_overlap_both_keys_work() {
        Response former = Admin.post(person + "/keys", BILLOMAT);

        Response made = Admin.post(key(former) + "/rotate", "{\"overlap\":\"PT1H\"}");

        made.then().statusCode(201);
        assertThat(callWith(former.path("secret"))).isEqualTo(200);
        assertThat(callWith(made.path("secret"))).isEqualTo(200);
        Admin.get(key(former)).then().body("expires", notNullValue());
    }

    @Test
    void without_an_overlap_the_former_key_ends_at_once() {
        Response former = Admin.post(person + "/keys", BILLOMAT);

        Response made = Admin.post(key(former) + "/rotate", "{}");

        made.then().statusCode(201);
        assertThat(callWith(former.path("secret"))).isEqualTo(401);
        Admin.post(key(former) + "/rotate", "{}").then().statusCode(409);
    }

    @Test
    void a_key_has_the_quota_it_is_given() {
        Response made = Admin.post(person + "/keys", "{\"system\":\"billomat\",\"quota\":1}");
        assertThat(callWith(made.path("secret"))).isEqualTo(200);

        int second = callWith(made.path("secret"));

        assertThat(second).isEqualTo(429);
    }

    @Test
    void keys_are_found_by_hint_person_system_and_state() {
        Response made = Admin.post(person + "/keys", BILLOMAT);
        Admin.post(person + "/keys", "{\"system\":\"picqer\"}").then().statusCode(201);
        String id = person.substring(person.lastIndexOf('/') + 1);

        Admin.get(account + "/keys?hint=" + made.path("hint")).then().body("items", hasSize(1));
        Admin.get(account + "/keys?person=" + id).then().body("items", hasSize(2));
        Admin.get(account + "/keys?system=picqer&state=active").then().body("items", hasSize(1));
        Admin.get(account + "/keys?state=revoked").then().body("items", hasSize(0));
    }

    @Test
    void its_last_use_is_seen_after_a_while() {
        Response made = Admin.post(person + "/keys", BILLOMAT);
        Admin.get(key(made)).then().body("lastUsed", nullValue());

        callWith(made.path("secret"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Admin.get(key(made)).then().body("lastUsed", notNullValue()));
    }

    @Test
    void a_key_of_another_account_does_not_exist() {
        Response made = Admin.post(person + "/keys", BILLOMAT);
        String elsewhere = Admin.account() + "/keys/" + made.path("id");

        Admin.get(elsewhere).then().statusCode(404);
        Admin.patch(elsewhere, "{\"quota\":1}").then().statusCode(404);
        Admin.post(elsewhere + "/revoke", "").then().statusCode(404);
        Admin.post(elsewhere + "/rotate", "{}").then().statusCode(404);
        assertThat(callWith(made.path("secret"))).isEqualTo(200);
    }

    @Test
    void only_quota_and_expiry_can_be_changed() {
        Response made = Admin.post(person + "/keys", BILLOMAT);

        Admin.patch(key(made), "{\"system\":\"erply\"}").then().statusCode(422);
        Admin.patch(key(made), "{\"quota\":0}").then().statusCode(422);
        Admin.patch(key(made), "{\"quota\":9}").then().statusCode(200).body("quota", equalTo(9));
    }

    @Test
    void each_name_of_an_account_leads_to_it() {
        String one = "one-" + UUID.randomUUID();
        String two = "two-" + UUID.randomUUID();
        Admin.patch(account, "{\"names\":{\"billomat\":[\"" + one + "\",\"" + two + "\"]}}")
                .then()
                .statusCode(200);
        String secret = Admin.post(person + "/keys", BILLOMAT).path("secret");

        assertThat(callAt(one + ".billomat.net", secret)).isEqualTo(200);
        assertThat(callAt(two + ".billomat.net", secret)).isEqualTo(200);
        assertThat(callAt("acme.billomat.net", secret)).isEqualTo(401);
    }

    @Test
    void a_registered_app_is_known_until_it_is_removed() {
        Response made = Admin.post(account + "/apps", "{\"system\":\"billomat\",\"appId\":\"app1\",\"quota\":5}");
        made.then().statusCode(201).body("secret", notNullValue());
        Admin.post(account + "/apps", "{\"system\":\"billomat\",\"appId\":\"app1\"}")
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/appId"));

        String secret = Admin.post(person + "/keys", BILLOMAT).path("secret");
        Response called = given().header("X-BillomatApiKey", secret)
                .header("X-AppId", "app1")
                .header("X-AppSecret", made.<String>path("secret"))
                .get("/api/users");

        called.then().statusCode(200).header("X-Rate-Limit-Remaining", "4");
        Admin.get(account + "/apps")
                .then()
                .body("items.appId", contains("app1"))
                .body("items[0].secret", nullValue());
        Admin.delete(account + "/apps/billomat/app1").then().statusCode(204);
        Admin.delete(account + "/apps/billomat/app1").then().statusCode(404);
    }

    private String key(Response made) {
        return account + "/keys/" + made.path("id");
    }

    private static int callWith(String secret) {
        return given().header("X-BillomatApiKey", secret).get("/api/users").statusCode();
    }

    private static int callAt(String host, String secret) {
        return given().header("Host", host)
                .header("X-BillomatApiKey", secret)
                .get("/api/users")
                .statusCode();
    }
}
