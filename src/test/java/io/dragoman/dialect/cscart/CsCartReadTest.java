package io.dragoman.dialect.cscart;

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

/** Lists and single users as the demo data's accounts see them (cscart.md 3.1 to 3.4, 4, 5 and 12). */
@QuarkusTest
class CsCartReadTest {

    @ParameterizedTest
    @CsvSource({
        "/api/users, list",
        "/api/users/, list",
        "/api/users/0, list",
        "/api/2/users, list",
        "/api/2.0/users, list",
        "/api/4.0/users, list",
        "/shop/api/users, list",
        "/api.php?_d=users, list",
        "/api/users?page=-2, list",
        "/api/users?page=abc, list",
        "/api/users?page=99, list",
        "/api/users?items_per_page=-3, list",
        "/api/users?items_per_page=abc, list",
        "/api.php?_d=users&ajax_custom=1, list-ajax",
        "/api/users?items_per_page=0, list-all",
        "/api/users?page=2&items_per_page=5, list-page-2",
        "/api/users?foo=bar&a%5Bb%5D=%C3%BC%2F1&l%5B%5D=x&l%5B%5D=y&foo=last&f.g=2&status=D, list-echo",
        "/api/users?user_ids%5B%5D=2&sort_by=zzz&user_ids%5B%5D=3&sort_order=up, list-ids",
        "/api/users?user_ids%5B%5D=999, list-nobody",
        "/api/1.0/users, bare",
        "/api/1.0/users?page=2&items_per_page=3, bare-page-2",
        "/api/1.0/users?user_type=V, bare-nobody",
        "/api/users/4, single-4",
        "/api/users/04/, single-4",
        "/api/users/4.0?foo=bar&page=7, single-4",
        "/api.php?_d=2.0/users/4&ajax_custom=1, single-4",
        "/api/users/1, single-1",
        "/api/users/6/usergroups, usergroups-6",
        "/api/users/4/usergroups, none",
        "/api/usergroups, usergroups",
        "/api/usergroups?type=C, none",
        "/api/usergroups/4, usergroup-4",
        "/api/version, version"
    })
    void answers_byte_for_byte(String target, String golden) {
        Response answer = CsCart.get(target);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(CsCart.text(answer)).isEqualTo(Golden.text("cscart/" + golden + ".json"));
    }

    @ParameterizedTest
    @CsvSource({
        "sort_by=id&sort_order=desc, 8 7 6 5 4 3 2 1",
        "sort_by=username, 1 7 3 6 8 5 2 4",
        "sort_by=email, 1 7 3 2 5 6 8 4",
        "sort_by=date&sort_order=desc, 8 6 7 4 2 5 3 1",
        "sort_by=type, 1 2 5 6 7 8 3 4",
        "sort_by=type&sort_order=desc, 3 4 1 2 5 6 7 8",
        "sort_by=status, 1 2 3 4 5 6 8 7",
        "sort_by=status&sort_order=descasc, 7 1 2 3 4 5 6 8",
        "sort_by=company, 2 5 6 7 8 4 3 1",
        "sort_by=phone&sort_order=desc, 3 1 2 4 5 6 7 8",
        "sort_by=name&sort_order=desc, 4 2 5 8 6 1 3 7",
        "sort_by=last_login, 7 3 1 6 8 5 2 4",
        "user_type=C, 3 4",
        "user_type=X, ''",
        "user_types%5B%5D=C&user_types%5B%5D=V, 3 4",
        "exclude_user_types%5B%5D=A, 3 4",
        "status=D, 7",
        "status=, 7 3 1 6 8 5 2 4",
        "email=EXAMPLE.NET, 4",
        "email=a%25n%40, 1",
        "email=s_ra, 8",
        "email=%5C%25, ''",
        "email=%00, 7 3 1 6 8 5 2 4",
        "email=a%00b, ''",
        "user_login=ST, 3 2",
        "company=nordic, 4",
        "company_id=1, 3 4",
        "company_id=, 7 3 1 6 8 5 2 4",
        "company_id=abc, 7 1 6 8 5 2",
        "phone=555, 3",
        "name=John+Doe, 1",
        "name=doe++john, 1",
        "name=Simon+Groen, ''",
        "name=er, 7 3 5",
        "name=%C3%A5ngstr%C3%B6m, 4",
        "name=a+b+c, ''",
        "user_id=4, 4",
        "user_id%5B%5D=4&user_id%5B%5D=2, 2 4",
        "user_ids=2, 7 3 1 6 8 5 2 4",
        "usergroup_id=6, 7 8",
        "usergroup_id=0, 3 4",
        "usergroup_id=-1, 7 3 1 6 8 5 2 4",
        "usergroup_id=abc, ''",
        "compact=Y&user_login=sara&email=zoe, 8 4",
        "compact=Y&name=bob&email=zoe, 7 4",
        "compact=Y&name=mia+jansen&user_login=sara, 6 8",
        "extended_search=0&search_query=555, 3",
        "search_query=555, 7 3 1 6 8 5 2 4",
        "city=Boston, ''",
        "tax_exempt=N&state=, 7 3 1 6 8 5 2 4",
        "user_type=A&status=A&email=example.com&name=s, 6 8 5 2"
    })
    void finds_and_sorts(String query, String numbers) {
        List<String> found = CsCart.get("/api/users?" + query).jsonPath().getList("users.user_id");

        assertThat(String.join(" ", found)).isEqualTo(numbers);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/users/999, Not Found",
        "/api/users/999999999999999999999, Not Found",
        "/api/users/00, Not Found",
        "/api/users/abc, Not Found",
        "/api/users/-3, Not Found",
        "/api/users/1e1, Not Found",
        "/api/users/%33a, Not Found",
        "/api/users/0/usergroups, Not Found",
        "/api/users/999/usergroups, Not Found",
        "/api/users/3/usergroups/abc, Not Found",
        "/api/, Not Found",
        "/api, Not Found",
        "/api/2.0/, Not Found",
        "/api.php, Not Found",
        "/nothing, Not Found",
        "/api/3.0/users, Not Found: The Entity users not found",
        "/api/2.1/users, Not Found: The Entity users not found",
        "/api/foo, Not Found: The Entity foo not found",
        "/api/roles, Not Found: The Entity roles not found",
        "/api/USERS/3, Not Found: The Entity USERS not found",
        "/api/users/3/orders, Not Found: The Entity orders not found",
        "/api/f%C3%BC%2Fx, Not Found: The Entity f\\u00fc\\/x not found"
    })
    void what_is_not_there_is_not_found(String target, String message) {
        Response answer = CsCart.get(target);

        assertThat(CsCart.text(answer)).isEqualTo(CsCart.error(404, message));
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/users", "/api/2.0/users/3", "/api.php?_d=users", "/shop/api/usergroups", "/api/version"})
    void without_a_credential_there_is_a_challenge(String target) {
        Response answer = given().get(target);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(CsCart.text(answer)).isEqualTo(CsCart.error(401, "Unauthorized"));
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"User email/API key\"");
    }

    @ParameterizedTest
    @CsvSource({
        "admin@example.com, nosuchkey",
        "admin@example.com, ACME-CSCART-KEY",
        "admin@example.com, ''",
        "admin@example.com, acme-picqer-key",
        "demo@example.com, acme-cscart-key",
        "staff001@globex.example, acme-cscart-key",
        "admin, acme-cscart-key",
        "'', acme-cscart-key"
    })
    void a_credential_that_is_not_good_is_refused(String email, String key) {
        Response answer = CsCart.as(email, key).get("/api/users");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(CsCart.text(answer)).isEqualTo(CsCart.error(401, "Unauthorized"));
    }

    @Test
    void white_space_around_email_and_key_makes_no_difference() {
        Response answer = CsCart.as(" ADMIN@example.com ", " acme-cscart-key\n").get("/api/users");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "mia@example.com, acme-cscart-mia-key, /api/users",
        "mia@example.com, acme-cscart-mia-key, /api/users/2",
        "sara@example.com, acme-cscart-sara-key, /api/users/2/usergroups",
        "sara@example.com, acme-cscart-sara-key, /api/usergroups",
        "customer@example.com, acme-cscart-customer-key, /api/users/3",
        "customer@example.com, acme-cscart-customer-key, /api/version"
    })
    void a_caller_without_the_privilege_is_forbidden(String email, String key, String target) {
        Response answer = CsCart.as(email, key).get(target);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(CsCart.text(answer)).isEqualTo(CsCart.error(403, "Forbidden"));
        assertThat(answer.header("WWW-Authenticate")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "shop.acme.example, 200",
        "SHOP.acme.example:8080, 200",
        "shop.globex.example, 401",
        "shop.initech.example, 401",
        "localhost, 200"
    })
    void a_host_must_name_the_account_of_the_key(String host, int status) {
        Response answer = CsCart.admin().header("Host", host).get("/api/users");

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void a_shops_host_claims_what_no_path_would() {
        Response answer = given().header("Host", "shop.acme.example").get("/anything");

        assertThat(CsCart.text(answer)).isEqualTo(CsCart.error(401, "Unauthorized"));
    }

    @Test
    void another_accounts_users_are_as_unknown_as_nobodys() {
        assertThat(CsCart.get("/api/users/1001").asByteArray())
                .isEqualTo(CsCart.get("/api/users/999999").asByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, 406",
        "application/xml, 406",
        "application/json;q=0, 406",
        "'text/html,application/xhtml+xml,*/*;q=0.8', 200",
        "text/plain, 200",
        "'', 200"
    })
    void json_is_sent_to_whoever_accepts_it(String accept, int status) {
        Response answer = CsCart.admin().header("Accept", accept).get("/api/users/3");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "OPTIONS", "TRACE", "FOO"})
    void other_methods_are_not_offered(String method) {
        Response answer = CsCart.admin().request(method, "/api/users/3");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(CsCart.text(answer)).isEqualTo(CsCart.error(405, "Method Not Allowed"));
    }

    @Test
    void head_is_not_offered_either() {
        Response answer = CsCart.admin().head("/api/users/3");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void the_product_is_told_to_anybody() {
        Response answer = given().get("/api/?version=True");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(CsCart.text(answer)).isEqualTo("CS-Cart <b>4.3.4 </b>");
    }

    @Test
    void a_stores_path_lists_its_users_without_its_administrators() {
        List<String> found = CsCart.get("/api/stores/1/users").jsonPath().getList("users.user_id");

        assertThat(found).containsExactly("3", "4");
    }
}
