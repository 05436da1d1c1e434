package io.dragoman.dialect.cscart;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating, updating and deleting users (cscart.md 3.5 to 3.7, 6 and 12). */
@QuarkusTest
class CsCartWriteTest {

    private static final String MALFORMED = "Bad Request: Syntax error, malformed JSON";
    private static final String MISSING = "Method Not Allowed: Missing parameters";

    private final List<Integer> made = new ArrayList<>();

    @AfterEach
    void delete_whom_the_test_made() {
        made.forEach(CsCart::delete);
    }

    @Test
    void a_user_lives_from_creation_to_deletion() {
        Map<String, Object> fields = CsCart.customer();
        Response creation = CsCart.post("/api/users", fields);
        int number = creation.jsonPath().getInt("user_id");

        assertThat(creation.statusCode()).isEqualTo(201);
        assertThat(creation.header("Location")).isNull();
        assertThat(CsCart.text(creation)).isEqualTo("{\"user_id\":" + number + ",\"profile_id\":\"" + number + "\"}");
        assertThat(row(number))
                .containsEntry("user_login", "user_" + number)
                .containsEntry("company_name", "Simtech")
                .containsEntry("email", fields.get("email"));

        Response update = CsCart.put("/api/users/0" + number, Map.of("firstname", " Neo ", "status", "D"));

        assertThat(update.statusCode()).isEqualTo(200);
        assertThat(CsCart.text(update))
                .isEqualTo("{\"user_id\":\"0" + number + "\",\"profile_id\":\"" + number + "\"}");
        assertThat(row(number))
                .containsEntry("firstname", "Neo")
                .containsEntry("lastname", "Orary")
                .containsEntry("status", "D");

        Response deletion = CsCart.admin().contentType("application/json").delete("/api/users/" + number);

        assertThat(deletion.statusCode()).isEqualTo(204);
        assertThat(deletion.asByteArray()).isEmpty();
        assertThat(CsCart.get("/api/users/" + number).statusCode()).isEqualTo(404);
        assertThat(CsCart.text(CsCart.delete(number))).isEqualTo(CsCart.error(404, "Not Found"));
    }

    @Test
    void what_is_left_out_takes_its_default() {
        long before = System.currentTimeMillis() / 1000;

        int number = create(Map.of("email", CsCart.uniqueEmail(), "user_type", "C", "company_id", ""));

        Map<String, Object> row = row(number);
        assertThat(row)
                .containsEntry("status", "A")
                .containsEntry("firstname", "")
                .containsEntry("company", "")
                .containsEntry("company_id", "0")
                .containsEntry("phone", "")
                .containsEntry("company_name", null)
                .containsEntry("is_root", "N");
        assertThat(Long.parseLong((String) row.get("timestamp"))).isBetween(before - 1, before + 60);
    }

    @ParameterizedTest
    @CsvSource({
        "firstname, ' Zoë\t', Zoë",
        "firstname, 'a/b\"c\\%_''', 'a/b\"c\\%_'''",
        "lastname, 😀𝒜, 😀𝒜",
        "company, Passing, Passing",
        "phone, +49 30 1, +49 30 1",
        "status, Disabled, D",
        "status, '', A",
        "user_type, Client, C",
        "company_id, 1abc, 1",
        "company_id, -7, 0",
        "timestamp, 1116709280, 1116709280",
        "b_firstname, Billing, Temp"
    })
    void a_field_is_stored_as_php_would(String field, String sent, String stored) {
        Map<String, Object> fields = CsCart.customer();
        fields.put(field, sent);

        int number = create(fields);

        assertThat(row(number)).containsEntry(field.replace("b_", ""), stored);
    }

    @Test
    void names_are_taken_from_addresses_where_the_user_has_none() {
        Map<String, Object> fields = CsCart.customer();
        fields.put("firstname", "");
        fields.remove("lastname");
        fields.put("b_firstname", "Billing");
        fields.put("s_firstname", "Shipping");
        fields.put("s_lastname", "Shipping");

        int number = create(fields);

        assertThat(row(number)).containsEntry("firstname", "Billing").containsEntry("lastname", "Shipping");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id",
                "is_root",
                "profile_id",
                "company_name",
                "last_login",
                "salt",
                "api_key",
                "admin",
                "role",
                "usergroups",
                "nonsense"
            })
    void what_is_not_the_clients_to_set_stays_unchanged(String field) {
        int number = create(CsCart.staff());
        Map<String, Object> before = row(number);

        Response update = CsCart.put("/api/users/" + number, Map.of(field, "Y"));

        assertThat(update.statusCode()).isEqualTo(200);
        assertThat(row(number)).isEqualTo(before);
    }

    @Test
    void an_id_and_root_are_not_taken_from_the_creator() {
        Map<String, Object> fields = CsCart.staff();
        fields.put("user_id", 7_777_777);
        fields.put("is_root", "Y");

        int number = create(fields);

        assertThat(number).isLessThan(7_777_777);
        assertThat(row(number)).containsEntry("is_root", "N");
    }

    @ParameterizedTest
    @CsvSource({
        "company_id, The company_id field is required",
        "user_type, The user_type field is required",
        "email, The email field is required",
        "email user_type, The user_type field is required",
        "email company_id, The company_id field is required",
        "email user_type company_id, The company_id field is required"
    })
    void of_mandatory_fields_the_last_one_missing_is_named(String missing, String message) {
        Map<String, Object> fields = CsCart.customer();
        fields.keySet().removeAll(List.of(missing.split(" ")));

        Response answer = CsCart.post("/api/users", fields);

        refused(answer, 400, "Bad Request: " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "email, '', required",
        "email, 0, required",
        "email, nobody, invalid",
        "email, a@b@c, invalid",
        "email, a b@example.org, invalid",
        "user_type, 0, required",
        "user_type, X, invalid",
        "user_type, c, invalid",
        "status, H, invalid",
        "timestamp, -1, invalid",
        "timestamp, 99999999999999, invalid"
    })
    void a_value_that_breaks_a_rule_is_named(String field, String value, String wrong) {
        Map<String, Object> fields = CsCart.customer();
        fields.put(field, value);

        Response answer = CsCart.post("/api/users", fields);

        refused(answer, 400, "Bad Request: The " + field + " field is " + wrong);
    }

    @Test
    void null_is_as_good_as_not_sent() {
        Map<String, Object> fields = new HashMap<>(CsCart.customer());
        fields.put("company_id", null);

        Response answer = CsCart.post("/api/users", fields);

        refused(answer, 400, "Bad Request: The company_id field is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstname", "lastname", "company", "phone", "user_login"})
    void texts_that_cannot_be_stored_are_refused_by_name(String field) {
        Map<String, Object> tooLong = CsCart.customer();
        tooLong.put(field, "x".repeat(10_000));
        Map<String, Object> withNul = CsCart.customer();
        withNul.put(field, "a\0b");

        refused(CsCart.post("/api/users", tooLong), 400, "Bad Request: The " + field + " field is invalid");
        refused(CsCart.post("/api/users", withNul), 400, "Bad Request: The " + field + " field is invalid");
    }

    @Test
    void email_and_login_are_one_persons_alone_in_any_case() {
        Map<String, Object> sameEmail = CsCart.customer();
        sameEmail.put("email", "DEMO@Example.com");
        Map<String, Object> sameLogin = CsCart.staff();
        sameLogin.put("user_login", "Stephan");
        int number = create(CsCart.customer());

        assertThat(CsCart.text(CsCart.post("/api/users", sameEmail))).isEqualTo(CsCart.DUPLICATE);
        assertThat(CsCart.text(CsCart.post("/api/users", sameLogin))).isEqualTo(CsCart.DUPLICATE);
        assertThat(CsCart.text(CsCart.put("/api/users/" + number, Map.of("email", "demo@example.com"))))
                .isEqualTo(CsCart.DUPLICATE);
    }

    @Test
    void a_login_taken_by_somebody_else_does_not_stop_the_next_creation() {
        int number = create(CsCart.customer());
        Map<String, Object> squatter = CsCart.customer();
        squatter.put("user_login", "user_" + (number + 2));
        create(squatter);

        int next = create(CsCart.customer());

        assertThat((String) row(next).get("user_login")).startsWith("user_" + next);
    }

    @Test
    void of_fifty_creations_of_one_email_at_once_exactly_one_wins() throws InterruptedException, ExecutionException {
        Map<String, Object> fields = CsCart.staff();
        ExecutorService clients = Executors.newFixedThreadPool(10);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(clients.submit(() -> CsCart.post("/api/users", fields)));
        }

        List<String> refusals = new ArrayList<>();
        for (Future<Response> answer : answers) {
            if (answer.get().statusCode() == 201) {
                made.add(answer.get().jsonPath().getInt("user_id"));
            } else {
                refusals.add(CsCart.text(answer.get()));
            }
        }
        clients.shutdown();

        assertThat(made).hasSize(1);
        assertThat(refusals).hasSize(49).containsOnly(CsCart.DUPLICATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/users | application/json | {\"email\": | 400 | " + MALFORMED,
                "POST | /api/users | application/json | '' | 400 | " + MALFORMED,
                "POST | /api/users | application/json | {} x | 400 | " + MALFORMED,
                "PUT | /api/users/3 | application/json | '' | 400 | " + MALFORMED,
                "DELETE | /api/users/999 | application/json | { | 400 | " + MALFORMED,
                "POST | /api/foo | application/json | { | 400 | " + MALFORMED,
                "POST | /api/foo | application/json | {} | 404 | Not Found: The Entity foo not found",
                "POST | /api/users/abc | application/json | {} | 404 | Not Found",
                "POST | /api/version | application/json | {} | 405 | Method Not Allowed",
                "POST | /api/users | application/json | {} | 405 | " + MISSING,
                "POST | /api/users | application/json | [] | 405 | " + MISSING,
                "POST | /api/users | application/json | null | 405 | " + MISSING,
                "POST | /api/users | text/plain | '' | 405 | " + MISSING,
                "PUT | /api/users/3 | application/json | {} | 405 | " + MISSING,
                "PUT | /api/users | application/json | {} | 405 | " + MISSING,
                "PUT | /api/users | application/json | {\"firstname\":\"N\"} | 405 | Method Not Allowed: Object ID undefined",
                "PUT | /api/users/0 | application/json | {\"firstname\":\"N\"} | 405 | Method Not Allowed: Object ID undefined",
                "DELETE | /api/users | text/html | '' | 405 | Method Not Allowed: Object ID undefined",
                "POST | /api/users/3 | application/json | {\"a\":1} | 405 | Method Not Allowed: ID must not be defined",
                "PUT | /api/users/999 | application/json | {\"firstname\":\"N\"} | 404 | Not Found: The User not found",
                "POST | /api/users | application/xml | <a/> | 415 | Unsupported Media Type",
                "POST | /api/foo | application/xml | <a/> | 415 | Unsupported Media Type",
                "PUT | /api/users/3 | application/x-www-form-urlencoded | a=1 | 415 | Unsupported Media Type",
                "DELETE | /api/users/1 | text/html | '' | 400 | Bad Request: Sorry, user with id 1 can not be deleted."
            })
    void what_is_wrong_first_is_told(
            String method, String target, String type, String body, int status, String message) {
        Response answer = CsCart.send(method, target, type, body);

        refused(answer, status, message);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, firstname=Zo%C3%AB+%26+Co",
        "application/x-www-form-urlencoded, firstname=Zo%C3%AB+%26+Co",
        "application/json; charset=utf-8, '\"firstname\":\"Zo\\u00eb & Co\"'",
        "application/javascript, '\"firstname\":\"Zoë & Co\"'"
    })
    void a_body_is_read_by_its_type(String type, String name) {
        String email = CsCart.uniqueEmail();
        String body = type.contains("java") || type.contains("json")
                ? "{\"email\":\"" + email + "\",\"user_type\":\"C\",\"company_id\":\"1\"," + name + "}"
                : "email=" + email.replace("@", "%40") + "&user_type=C&company_id=1&" + name;

        Response answer = CsCart.send("POST", "/api/users/", type, body);

        made.add(answer.then().statusCode(201).extract().path("user_id"));
        assertThat(row(made.get(0))).containsEntry("firstname", "Zoë & Co");
    }

    @Test
    void seeing_users_is_not_enough_to_write() {
        int number = create(CsCart.customer());
        var sara = CsCart.as("sara@example.com", "acme-cscart-sara-key").contentType("application/json");

        refused(sara.body(CsCart.customer()).post("/api/users"), 403, "Forbidden");
        refused(sara.body(Map.of("a", 1)).put("/api/users/" + number), 403, "Forbidden");
        refused(sara.body(Map.of()).put("/api/users"), 403, "Forbidden");
        refused(sara.delete("/api/users/" + number), 403, "Forbidden");
    }

    @Test
    void an_administrator_who_is_not_root_may_not_touch_the_root_one() {
        int number = create(CsCart.staff());

        assertThat(CsCart.text(CsCart.delete(1)))
                .isEqualTo(CsCart.error(400, "Bad Request: Sorry, user with id 1 can not be deleted."));
        assertThat(CsCart.delete(number).statusCode()).isEqualTo(204);
    }

    @Test
    void staff_are_in_picqer_at_once_until_they_are_deleted_and_customers_never() {
        Map<String, Object> staff = CsCart.staff();
        Map<String, Object> customer = CsCart.customer();
        int number = create(staff);
        create(customer);

        List<String> inPicqer = picqer().getList("emailaddress");
        assertThat(inPicqer).contains((String) staff.get("email")).doesNotContain((String) customer.get("email"));
        List<Integer> numbers = picqer().getList("iduser");
        assertThat(numbers).doesNotHaveDuplicates();

        CsCart.delete(number);

        assertThat(picqer().<String>getList("emailaddress")).doesNotContain((String) staff.get("email"));
    }

    @Test
    void a_customer_who_becomes_staff_gets_the_numbers_and_the_role_of_staff() {
        Map<String, Object> fields = CsCart.customer();
        int number = create(fields);

        Response update = CsCart.put("/api/users/" + number, Map.of("user_type", "A"));

        assertThat(update.statusCode()).isEqualTo(200);
        assertThat(picqer().<String>getList("emailaddress")).contains((String) fields.get("email"));
        assertThat(CsCart.get("/api/users/" + number + "/usergroups").jsonPath().<String, Object>getMap("$"))
                .containsOnlyKeys("6");
    }

    @Test
    void a_password_is_taken_and_never_shown() {
        String md5 = "5f4dcc3b5aa765d61d8327deb882cf99";
        Map<String, Object> fields = CsCart.staff();
        fields.put("password", md5);
        int number = create(fields);

        Response update = CsCart.put("/api/4.0/users/" + number, Map.of("password", "plain-text-1"));

        assertThat(update.statusCode()).isEqualTo(200);
        assertThat(CsCart.text(CsCart.get("/api/users/" + number)))
                .doesNotContain(md5)
                .doesNotContain("plain-text-1")
                .doesNotContain("password");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/4.0/users, password, abcd, '', The password must contain at least <b>5<\\/b> characters.",
        "/api/users, password1, abcdef, abcdeg, The passwords do not match.",
        "/api/users, password1, abcd, abcd, The password must contain at least <b>5<\\/b> characters."
    })
    void a_plain_password_has_to_keep_the_rules(
            String target, String field, String password, String repeated, String message) {
        Map<String, Object> fields = CsCart.staff();
        fields.put(field, password);
        fields.put("password2", repeated);

        refused(CsCart.post(target, fields), 400, "Bad Request: " + message);
    }

    @Test
    void a_body_that_is_too_large_is_refused_in_the_rooms_words() {
        Response answer = CsCart.post("/api/users", "{" + " ".repeat(11 << 20) + "}");

        refused(answer, 413, "Request Entity Too Large");
    }

    private int create(Map<String, Object> fields) {
        int number = CsCart.created(fields);
        made.add(number);
        return number;
    }

    private static Map<String, Object> row(int number) {
        return CsCart.get("/api/users/" + number).jsonPath().getMap("$");
    }

    private static JsonPath picqer() {
        return given().auth()
                .preemptive()
                .basic("acme-picqer-key", "X")
                .get("/api/v1/users")
                .jsonPath();
    }

    private static void refused(Response answer, int status, String message) {
        assertThat(CsCart.text(answer)).isEqualTo(CsCart.error(status, message));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }
}
