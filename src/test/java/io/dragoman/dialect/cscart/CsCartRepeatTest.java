package io.dragoman.dialect.cscart;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating requests that are sent again under one Idempotency-Key. */
@QuarkusTest
class CsCartRepeatTest {

    private static final String USERS = "/api/users";
    private static final String OTHERS = CsCart.error(400, "Bad Request: The Idempotency-Key field is invalid");

    final String key = UUID.randomUUID().toString();
    final Set<Integer> made = ConcurrentHashMap.newKeySet();

    @AfterEach
    void takeAway() {
        made.forEach(CsCart::delete);
    }

    @Test
    void the_same_again_gets_the_first_answer_again() {
        Map<String, Object> customer = CsCart.customer();
        Response first = post(CsCart.admin(), USERS, customer);

        Response again = post(CsCart.admin(), USERS, customer);

        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.contentType()).isEqualTo(first.contentType());
    }

    @Test
    void the_first_answer_is_given_when_the_person_is_gone() {
        Map<String, Object> customer = CsCart.customer();
        Response first = post(CsCart.admin(), USERS, customer);
        CsCart.delete(first.path("user_id")).then().statusCode(204);

        Response again = post(CsCart.admin(), USERS, customer);

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(CsCart.get(USERS + "/" + again.path("user_id")).statusCode()).isEqualTo(404);
    }

    @Test
    void of_many_at_once_one_creates() {
        Map<String, Object> customer = CsCart.customer();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<CompletableFuture<Response>> asked = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> post(CsCart.admin(), USERS, customer), callers))
                .limit(8)
                .toList();

        List<Response> answers = asked.stream().map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat((List<?>)
                        CsCart.get(USERS + "?email=" + customer.get("email")).path("users"))
                .hasSize(1);
        callers.shutdown();
    }

    @Test
    void another_body_under_the_same_key_is_a_bad_request() {
        post(CsCart.admin(), USERS, CsCart.customer());

        Response other = post(CsCart.admin(), USERS, CsCart.customer());

        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.asString()).isEqualTo(OTHERS);
    }

    @Test
    void what_failed_is_not_remembered() {
        Map<String, Object> customer = CsCart.customer();
        String email = String.valueOf(customer.get("email"));
        customer.remove("email");
        Response failed = post(CsCart.admin(), USERS, customer);
        customer.put("email", email);

        Response corrected = post(CsCart.admin(), USERS, customer);

        assertThat(failed.statusCode()).isEqualTo(400);
        assertThat(corrected.statusCode()).isEqualTo(201);
    }

    @Test
    void the_same_key_of_somebody_else_is_another_one() {
        Map<String, Object> customer = CsCart.customer();
        post(CsCart.admin(), USERS, customer).then().statusCode(201);

        Response others = post(CsCart.globex(), USERS, customer);

        assertThat(others.statusCode()).isEqualTo(201);
        assertThat(CsCart.globex().delete(USERS + "/" + others.path("user_id")).statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_usergroup_is_made_once() {
        Map<String, Object> group = Map.of("type", "A", "status", "A", "usergroup", "Once " + key);
        Response first = post(CsCart.admin(), "/api/usergroups", group);

        Response again = post(CsCart.admin(), "/api/usergroups", group);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        CsCart.admin().delete("/api/usergroups/" + again.path("usergroup_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "tab\tin it", "k\u00fcy"})
    void a_key_that_is_none_is_a_bad_request(String none) {
        Response answer = post(CsCart.admin(), none, USERS, CsCart.customer());

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void a_key_may_have_255_characters_and_no_more() {
        Response longest = post(CsCart.admin(), "k".repeat(255 - key.length()) + key, USERS, CsCart.customer());
        Response longer = post(CsCart.admin(), "k".repeat(256 - key.length()) + key, USERS, CsCart.customer());

        assertThat(longest.statusCode()).isEqualTo(201);
        assertThat(longer.statusCode()).isEqualTo(400);
    }

    private Response post(RequestSpecification caller, String target, Object body) {
        return post(caller, key, target, body);
    }

    private Response post(RequestSpecification caller, String name, String target, Object body) {
        Response answer = caller.header("Idempotency-Key", name)
                .contentType("application/json")
                .body(body)
                .post(target);
        if (answer.statusCode() == 201 && target.equals(USERS)) {
            made.add(answer.path("user_id"));
        }
        return answer;
    }
}
