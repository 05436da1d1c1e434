package io.dragoman.dialect.billomat;

import static io.dragoman.dialect.billomat.Calls.ACME;
import static io.dragoman.dialect.billomat.Calls.GLOBEX;
import static io.dragoman.dialect.billomat.Calls.JSON;
import static io.dragoman.dialect.billomat.Calls.by;
import static io.dragoman.dialect.billomat.Calls.json;
import static io.dragoman.dialect.billomat.Calls.text;
import static io.dragoman.dialect.billomat.Calls.xml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.Golden;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Billomat's users over HTTP, as the accounts of the demo data see them (billomat.md 11). */
@QuarkusTest
class BillomatUserTest {

    @ParameterizedTest
    @CsvSource({
        "/users/1, user-1.xml",
        "/users/myself, user-1.xml",
        "/users/myself/, user-1.xml",
        "/users//1, user-1.xml",
        "/users?first_name=zzz, none.xml",
        "/users/1/customfield, customfield-1.xml"
    })
    void answers_xml_byte_for_byte(String path, String golden) {
        Response answer = xml(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/xml; charset=utf-8");
        assertThat(text(answer)).isEqualTo(Golden.text("billomat/" + golden));
    }

    @ParameterizedTest
    @CsvSource({
        "/users/1, user-1.json",
        "/users/01, user-1.json",
        "/users/myself?unknown=1, user-1.json",
        "/users?last_name=ST%C3%9CCH, user-1-listed.json",
        "/users?email=other.org, one.json",
        "/users?order_by=id&last_name=t&first_name=o, two.json",
        "/users?first_name=zzz, none.json"
    })
    void answers_json_byte_for_byte(String path, String golden) {
        Response answer = json(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(JSON);
        assertThat(text(answer)).isEqualTo(Golden.text("billomat/" + golden));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, , json",
        "application/json;charset=UTF-8, , json",
        "'application/json, text/plain, */*', , json",
        "'text/html, application/xml;q=0.9, application/json;q=0.8', , xml",
        "'application/xml;q=0.5, application/json', , json",
        "application/json;q=0, , xml",
        "*/*, , xml",
        "'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2', , xml",
        "application/json, xml, xml",
        "application/xml, JSON, json",
        "application/json, pdf, json"
    })
    void the_form_is_what_format_says_or_else_accept(String accept, String format, String form) {
        String path = "/api/users/1" + (format == null ? "" : "?format=" + format);

        Response answer = by(ACME).accept(accept).get(path);

        assertThat(text(answer)).isEqualTo(Golden.text("billomat/user-1." + form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "me", "invalid", "0", "-1", "1.0", "99999999999999999999", "%31%00", "3000"})
    void an_unknown_id_is_not_found(String id) {
        Response answer = json("/users/" + id);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).isEqualTo(Golden.text("billomat/not-found.json"));
        assertThat(text(xml("/users/" + id))).isEqualTo(Golden.text("billomat/not-found.xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users.xml", "/v2/users", "/clients", "/users/1/unknown", "/users/1/avatar/x", "/"})
    void an_unknown_path_is_not_found(String path) {
        Response answer = json(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).isEqualTo(Golden.text("billomat/no-such-path.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /users, 'GET, HEAD'",
        "PUT, /users/1, 'GET, HEAD'",
        "DELETE, /users/myself, 'GET, HEAD'",
        "PATCH, /users/1, 'GET, HEAD'",
        "OPTIONS, /users, 'GET, HEAD'",
        "DELETE, /users/1/avatar, 'GET, HEAD'",
        "POST, /users/1/customfield, 'GET, HEAD, PUT'",
        "PATCH, /roles, 'GET, HEAD, POST'",
        "POST, /roles/7, 'GET, HEAD, PUT, DELETE'"
    })
    void what_cannot_be_done_at_a_path_is_not_allowed(String method, String path, String allowed) {
        Response answer = by(ACME).accept(JSON).contentType(JSON).body("{}").request(method, "/api" + path);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
        assertThat(text(answer)).isEqualTo(Golden.text("billomat/method-not-allowed.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "order_by=last_name%20DESC, 1 5 6 4 2 3",
        "order_by=last_name+desc, 1 5 6 4 2 3",
        "order_by=last_name, 3 2 4 6 5 1",
        "'order_by=role_id+ASC,last_name+ASC', 3 2 1 4 6 5",
        "'order_by=role_id+DESC,+first_name', 5 6 4 3 1 2",
        "order_by=created, 3 1 2 5 4 6",
        "'order_by=nosuch,id+DESC', 6 5 4 3 2 1",
        "order_by=last_name%2BDESC, 1 2 3 4 5 6",
        "order_by=nosuch, 1 2 3 4 5 6",
        "email=%40EXAMPLE.COM, 1 2 3 4 6",
        "email=, 1 2 3 4 5 6",
        "first_name=o&email=example, 1 3",
        "email=%25, ''",
        "email=_, ''",
        "per_page=2&page=2, 3 4",
        "per_page=2&page=9, ''"
    })
    void lists_are_filtered_and_sorted(String query, String ids) {
        Response answer = json("/users?format=json&per_page=1000&" + query);

        assertThat(String.join(" ", ids(answer))).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource({
        "x, 1, 100",
        "per_page=0, 1, 100",
        "per_page=-1, 1, 100",
        "per_page=abc, 1, 100",
        "per_page=1000, 1, 1000",
        "per_page=999999&page=1, 1, 1000",
        "per_page=99999999999999999999, 1, 1000",
        "page=0, 1, 100",
        "page=-1, 1, 100",
        "page=abc, 1, 100",
        "page=9&per_page=2, 9, 2",
        "page=007, 7, 100"
    })
    void the_page_is_told_again_as_it_was_taken(String query, String page, String perPage) {
        Response answer = json("/users?" + query);

        assertThat(answer.jsonPath().getString("users.@page")).isEqualTo(page);
        assertThat(answer.jsonPath().getString("users.@per_page")).isEqualTo(perPage);
        assertThat(answer.jsonPath().getString("users.@total")).isEqualTo("6");
    }

    @ParameterizedTest
    @CsvSource({"/users?email=example, 5", "/users, 6", "/roles, 3", "/user-property-values, 0"})
    void head_tells_how_many_there_are(String path, String total) {
        Response answer = by(ACME).head("/api" + path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("X-Total-Count")).isEqualTo(total);
        assertThat(answer.header("X-Rate-Limit-Remaining")).isNotNull();
        assertThat(answer.body().asByteArray()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-key", "acme-revoked-key", "acme-picqer-key", ""})
    void a_key_that_is_not_good_is_refused(String key) {
        Response answer = json(key, "/users");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(text(answer)).isEqualTo(Golden.text("billomat/unauthorized.json"));
        assertThat(answer.header("WWW-Authenticate")).isNull();
        assertThat(answer.header("X-Rate-Limit-Remaining")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "acme.billomat.net, 200",
        "ACME.billomat.net:443, 200",
        "localhost, 200",
        "globex.billomat.net, 401",
        "nosuch.billomat.net, 404"
    })
    void a_host_must_name_the_account_of_the_key(String host, int status) {
        Response answer = by(ACME).accept(JSON).header("Host", host).get("/api/users/1");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.header("X-Rate-Limit-Remaining") == null).isEqualTo(status == 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml", "text/html, application/xml;q=0.9, */*;q=0.8"})
    void who_shows_nothing_and_asks_for_xml_is_answered_here(String accept) {
        Response answer = given().accept(accept).get("/api/users");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(text(answer)).isEqualTo(Golden.text("billomat/unauthorized.xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/json, application/xml"})
    void who_shows_nothing_and_asks_for_no_xml_is_not_answered_here(String accept) {
        Response answer = given().accept(accept).get("/api/users");

        assertThat(answer.contentType()).startsWith(JSON);
        assertThat(text(answer)).doesNotContain("errors");
    }

    @Test
    void the_key_may_stand_in_the_query_and_the_header_goes_before() {
        Response inQuery = given().get("/api/users/1?api_key=" + ACME);
        Response inBoth = by(ACME).get("/api/users/1?api_key=wrong");

        assertThat(text(inQuery)).isEqualTo(Golden.text("billomat/user-1.xml"));
        assertThat(inBoth.statusCode()).isEqualTo(200);
    }

    @Test
    void a_body_sent_with_get_makes_no_difference() {
        Response answer = by(ACME).accept(JSON).contentType(JSON).body("{}").get("/api/users/1");

        assertThat(text(answer)).isEqualTo(Golden.text("billomat/user-1.json"));
    }

    @Test
    void another_account_s_people_do_not_exist() {
        assertThat(json("/users/200").statusCode()).isEqualTo(404);
        assertThat(json(GLOBEX, "/users/2").jsonPath().getString("user.email")).isEqualTo("staff002@globex.example");
        assertThat(text(json(GLOBEX, "/users?email=example.com"))).isEqualTo(Golden.text("billomat/none.json"));
    }

    @Test
    void customers_do_not_exist() {
        assertThat(text(json("/users?first_name=customer"))).isEqualTo(Golden.text("billomat/none.json"));
    }

    private static List<String> ids(Response answer) {
        Object rows = answer.jsonPath().get("users.user");
        if (rows == null) {
            return List.of();
        }
        return rows instanceof List
                ? answer.jsonPath().getList("users.user.id")
                : List.of(answer.jsonPath().getString("users.user.id"));
    }
}
