package io.dragoman.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People as the operator makes, finds, changes and deletes them. */
@QuarkusTest
class PeopleTest {

    private String account;

    @BeforeEach
    void anAccount() {
        account = Admin.accountWithRole();
    }

    @Test
    void a_person_gets_the_numbers_he_is_given_and_the_next_ones_elsewhere() {
        Response made =
                Admin.post(account + "/people", "{\"login\":\"ann\",\"numbers\":{\"picqer\":423,\"billomat\":null}}");

        made.then()
                .statusCode(201)
                .body("kind", equalTo("staff"))
                .body("numbers.picqer", equalTo(423))
                .body("numbers.billomat", nullValue())
                .body("numbers.erply", equalTo(1))
                .body("employeeNumber", equalTo(1))
                .body("role", notNullValue())
                .body("createdBy", equalTo("operator"));
    }

    @Test
    void counters_go_on_above_numbers_that_were_given() {
        String given = Admin.person(account, "{\"login\":\"ann\",\"numbers\":{\"erply\":500},\"employeeNumber\":70}");
        Admin.delete(given).then().statusCode(204);

        Response next = Admin.post(account + "/people", "{\"login\":\"bob\"}");

        next.then().statusCode(201).body("numbers.erply", equalTo(501)).body("employeeNumber", equalTo(71));
    }

    @Test
    void everything_of_a_person_can_be_written_and_is_read_back() {
        String role = Admin.role(account, "orders:edit");
        String person = Admin.person(account, """
                {"kind": "staff", "login": "Zoë", "firstName": "Zoë", "lastName": "Ångström", "email": "zoe@example.com",
                 "salutation": "MRS", "phone": "+31 1", "locale": "nl_NL", "timeZone": "Europe/Amsterdam",
                 "companyText": "text", "customField": "custom", "company": 9, "packingStation": 4, "employeeNumber": 77,
                 "maxDiscount": 30, "warehouses": [2, 1], "role": "%s", "links": [{"role": "%s", "status": "active"}],
                 "granted": ["stock:move"], "denied": ["orders:edit"], "active": false, "admin": false, "root": false,
                 "created": "2001-02-03T04:05:06Z", "lastLogin": "2002-02-03T04:05:06Z"}
                """.formatted(role, role));

        Response read = Admin.get(person);

        read.then()
                .statusCode(200)
                .body("lastName", equalTo("Ångström"))
                .body("company", equalTo(9))
                .body("packingStation", equalTo(4))
                .body("employeeNumber", equalTo(77))
                .body("warehouses", contains(1, 2))
                .body("links", hasSize(1))
                .body("granted", contains("stock:move"))
                .body("denied", contains("orders:edit"))
                .body("active", equalTo(false))
                .body("created", equalTo("2001-02-03T04:05:06Z"))
                .body("lastLogin", equalTo("2002-02-03T04:05:06Z"));
        Admin.get(person + "/permissions").then().body("permissions", contains("stock:move"));
    }

    @Test
    void what_was_read_can_be_sent_back_unchanged() {
        String person = Admin.person(account, "{\"login\":\"ann\",\"warehouses\":[1]}");
        Response read = Admin.get(person);

        Response written = Admin.patch(person, read.asString());

        written.then().statusCode(200).header("ETag", read.header("ETag"));
    }

    @Test
    void a_patch_takes_away_what_it_says_is_null() {
        String person = Admin.person(
                account, "{\"login\":\"ann\",\"phone\":\"1\",\"packingStation\":5,\"warehouses\":[1],\"company\":3}");

        Response changed = Admin.patch(
                person,
                "{\"phone\":null,\"packingStation\":null,\"warehouses\":null,\"company\":null,"
                        + "\"numbers\":{\"erply\":null,\"picqer\":900}}");

        changed.then()
                .statusCode(200)
                .body("phone", equalTo(""))
                .body("packingStation", nullValue())
                .body("warehouses", nullValue())
                .body("company", nullValue())
                .body("numbers.erply", nullValue())
                .body("numbers.picqer", equalTo(900))
                .body("numbers.billomat", equalTo(1));
    }

    @Test
    void links_become_those_that_are_sent() {
        String role = Admin.role(account, "orders:edit");
        String person = Admin.person(account, "{\"login\":\"ann\"}");

        Response linked = Admin.patch(person, "{\"links\":[{\"role\":\"" + role + "\",\"status\":\"pending\"}]}");

        linked.then().statusCode(200).body("links.status", contains("active", "pending"));
        Admin.patch(person, "{\"links\":[]}").then().statusCode(200).body("links.role", not(hasItem(role)));
    }

    @Test
    void what_breaks_a_rule_is_told_with_all_else_that_does() {
        Response refused = Admin.post(account + "/people", """
                {"kind": "robot", "locale": "Dutch", "maxDiscount": 101, "granted": ["users:fly"],
                 "numbers": {"nobody": 1, "erply": 0}, "links": [{"status": "active"}], "id":
                 "018f0000-0000-7000-8000-000000000000"}
                """);

        refused.then().statusCode(422).contentType(Problem.TYPE);
        assertThat(refused.jsonPath().getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder(
                        "/id",
                        "/kind",
                        "/locale",
                        "/maxDiscount",
                        "/granted/0",
                        "/links/0/role",
                        "/numbers/erply",
                        "/numbers/nobody");
    }

    @Test
    void a_member_that_does_not_exist_is_refused() {
        Response refused = Admin.patch(Admin.person(account, "{\"login\":\"ann\"}"), "{\"frstName\":null}");

        refused.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/frstName"))
                .body("errors[0].detail", equalTo("no such member"));
    }

    @Test
    void a_text_that_is_too_long_is_refused_as_in_every_dialect() {
        Response refused = Admin.post(account + "/people", "{\"login\":\"ann\",\"phone\":\"" + "1".repeat(256) + "\"}");

        refused.then().statusCode(422).body("errors[0].pointer", equalTo("/phone"));
    }

    @Test
    void logins_addresses_and_numbers_are_taken_once() {
        Admin.person(account, "{\"login\":\"ann\",\"email\":\"a@example.com\",\"numbers\":{\"erply\":7}}");

        Response login = Admin.post(account + "/people", "{\"login\":\"ANN\"}");
        Response email = Admin.post(account + "/people", "{\"login\":\"b\",\"email\":\"A@example.com\"}");
        Response number = Admin.post(account + "/people", "{\"login\":\"c\",\"numbers\":{\"erply\":7}}");

        login.then().statusCode(409).body("errors.pointer", contains("/login"));
        email.then().statusCode(409).body("errors.pointer", contains("/email"));
        number.then().statusCode(409).body("errors.pointer", contains("/numbers"));
    }

    @Test
    void people_of_another_account_do_not_exist() {
        String stranger = Admin.person(Admin.accountWithRole(), "{\"login\":\"ann\"}");
        String here = account + stranger.substring(stranger.indexOf("/people"));

        assertThat(List.of(
                        Admin.get(here),
                        Admin.patch(here, "{\"phone\":\"1\"}"),
                        Admin.delete(here),
                        Admin.put(here + "/password", "{\"plain\":\"x\"}"),
                        Admin.delete(here + "/pin"),
                        Admin.get(here + "/avatar"),
                        Admin.get(here + "/properties"),
                        Admin.post(here + "/keys", "{\"system\":\"erply\"}")))
                .allSatisfy(answer -> answer.then().statusCode(404).contentType(Problem.TYPE));
    }

    @Test
    void a_role_of_another_account_is_no_role() {
        String role = Admin.role(Admin.account(), "users:view");

        Response refused = Admin.post(account + "/people", "{\"login\":\"ann\",\"role\":\"" + role + "\"}");

        refused.then().statusCode(422).body("errors.pointer", contains("/role"));
    }

    @Test
    void only_the_version_that_was_read_is_changed() {
        String person = Admin.person(account, "{\"login\":\"ann\"}");
        String tag = Admin.get(person).header("ETag");
        Admin.patch(person, "{\"phone\":\"1\"}").then().statusCode(200);

        Response late = Admin.operator()
                .header("If-Match", tag)
                .contentType(Admin.JSON)
                .body("{\"phone\":\"2\"}")
                .patch(Admin.ROOT + person);

        late.then().statusCode(412).body("type", equalTo("/problems/stale"));
        Admin.operator()
                .header("If-Match", tag)
                .delete(Admin.ROOT + person)
                .then()
                .statusCode(412);
        Admin.operator()
                .header("If-Match", "*")
                .delete(Admin.ROOT + person)
                .then()
                .statusCode(204);
    }

    @Test
    void what_the_caller_has_already_is_not_sent_again() {
        String person = Admin.person(account, "{\"login\":\"ann\"}");
        String tag = Admin.get(person).header("ETag");

        Response unchanged = Admin.operator().header("If-None-Match", tag).get(Admin.ROOT + person);

        unchanged.then().statusCode(304).header("ETag", tag);
        assertThat(unchanged.asByteArray()).isEmpty();
    }

    @Test
    void the_root_administrator_is_not_deleted_while_he_is_it() {
        String person = Admin.person(account, "{\"login\":\"ann\",\"root\":true}");

        Admin.delete(person).then().statusCode(409).body("type", equalTo("/problems/protected"));

        Admin.patch(person, "{\"root\":false}").then().statusCode(200);
        Admin.delete(person).then().statusCode(204);
    }

    @Test
    void filters_find_those_for_whom_all_holds() {
        String role = Admin.role(account);
        Admin.person(
                account,
                "{\"login\":\"ann\",\"firstName\":\"Änne\",\"email\":\"a@example.com\",\"role\":\"" + role
                        + "\",\"numbers\":{\"erply\":40}}");
        Admin.person(account, "{\"login\":\"bob\",\"active\":false,\"kind\":\"customer\"}");

        assertThat(logins("?kind=customer")).containsExactly("bob");
        assertThat(logins("?active=true")).containsExactly("ann");
        assertThat(logins("?email=A@EXAMPLE.com")).containsExactly("ann");
        assertThat(logins("?login=BOB")).containsExactly("bob");
        assertThat(logins("?name=%C3%A4nn")).containsExactly("ann");
        assertThat(logins("?name=ob")).containsExactly("bob");
        assertThat(logins("?role=" + role)).containsExactly("ann");
        assertThat(logins("?system=erply")).containsExactly("ann");
        assertThat(logins("?system=erply&number=40")).containsExactly("ann");
        assertThat(logins("?system=cscart&number=40")).isEmpty();
        assertThat(logins("?updatedSince=2000-01-01T00:00:00Z")).containsExactly("ann", "bob");
        assertThat(logins("?updatedSince=2999-01-01T00:00:00%2B02:00")).isEmpty();
        assertThat(logins("?kind=customer&active=true")).isEmpty();
    }

    @Test
    void filters_that_say_nothing_are_refused() {
        for (String query : List.of(
                "?knid=staff",
                "?kind=STAFF",
                "?active=1",
                "?role=x",
                "?system=nobody",
                "?number=1",
                "?limit=0",
                "?limit=x",
                "?cursor=x",
                "?updatedSince=yesterday")) {
            Admin.get(account + "/people" + query).then().statusCode(422).contentType(Problem.TYPE);
        }
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        for (int i = 0; i < 5; i++) {
            Admin.person(account, "{\"login\":\"p" + i + "\"}");
        }
        List<String> seen = new ArrayList<>();
        String next = Admin.ROOT + account + "/people?limit=2&kind=staff";

        while (next != null) {
            Response page = Admin.operator().get(next);
            seen.addAll(page.jsonPath().getList("items.login", String.class));
            next = page.path("next");
        }

        assertThat(seen).containsExactly("p0", "p1", "p2", "p3", "p4");
    }

    @Test
    void an_account_with_people_is_deleted_only_with_them() {
        Admin.person(account, "{\"login\":\"ann\"}");

        Admin.delete(account).then().statusCode(409).body("type", equalTo("/problems/conflict"));

        Admin.delete(account + "?people=delete").then().statusCode(204);
        Admin.get(account).then().statusCode(404);
    }

    @Test
    void an_imported_md5_opens_the_dialect_that_knows_passwords() {
        String code = "c" + System.nanoTime();
        Admin.patch(account, "{\"names\":{\"erply\":[\"" + code + "\"]}}")
                .then()
                .statusCode(200);
        String person = Admin.person(account, "{\"login\":\"ann\"}");
        Admin.put(person + "/password", "{\"md5\":\"5EBE2294ECD0E0F08EAB7690D2A6EE69\"}")
                .then()
                .statusCode(204);

        Response login = given().formParam("clientCode", code)
                .formParam("request", "verifyUser")
                .formParam("username", "ann")
                .formParam("password", "secret")
                .post("/api/");

        JsonPath answer = JsonPath.from(login.asString());
        assertThat(answer.getInt("status.errorCode")).isZero();
        assertThat(answer.getString("records[0].userName")).isEqualTo("ann");
        Admin.get(person).then().body("hasPassword", equalTo(true));
    }

    @Test
    void a_password_is_either_plain_or_md5() {
        String person = Admin.person(account, "{\"login\":\"ann\"}");

        for (String body : List.of(
                "{}", "{\"plain\":\"a\",\"md5\":\"5ebe2294ecd0e0f08eab7690d2a6ee69\"}", "{\"md5\":\"short\"}")) {
            Admin.put(person + "/password", body).then().statusCode(422);
        }
        Admin.put(person + "/pin", "{\"pin\":\"12\"}").then().statusCode(422);
    }

    @Test
    void passwords_and_pins_are_set_and_removed() {
        String person = Admin.person(account, "{\"login\":\"ann\"}");
        Admin.put(person + "/pin", "{\"pin\":\"123456\"}").then().statusCode(204);
        Admin.put(person + "/password", "{\"plain\":\"secret\"}").then().statusCode(204);
        Admin.get(person).then().body("hasPin", equalTo(true)).body("hasPassword", equalTo(true));

        Admin.delete(person + "/pin").then().statusCode(204);
        Admin.delete(person + "/password").then().statusCode(204);

        Admin.get(person).then().body("hasPin", equalTo(false)).body("hasPassword", equalTo(false));
    }

    @Test
    void a_pin_is_one_persons_in_an_account() {
        Admin.put(Admin.person(account, "{\"login\":\"ann\"}") + "/pin", "{\"pin\":\"123456\"}")
                .then()
                .statusCode(204);

        Response second = Admin.put(Admin.person(account, "{\"login\":\"bob\"}") + "/pin", "{\"pin\":\"123456\"}");

        second.then().statusCode(409).body("errors.pointer", contains("/pin"));
    }

    private List<String> logins(String query) {
        Response found = Admin.get(account + "/people" + query);
        found.then().statusCode(200);
        return found.jsonPath().getList("items.login", String.class);
    }
}
