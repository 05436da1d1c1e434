package io.dragoman.dialect.erply;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.RoleStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that make something and are sent again under one Idempotency-Key. */
@QuarkusTest
class ErplyRepeatTest {

    private static final String ROOT = "staff001";

    @Inject
    Newcomers newcomers;

    @Inject
    RoleStore roles;

    final String key = UUID.randomUUID().toString();
    final String name = "again-" + key;
    final Set<Long> known = new HashSet<>();

    @AfterEach
    void takeAway() {
        newcomers.takeAway();
    }

    @Test
    void the_same_again_gets_the_same_number() {
        JsonNode first = saveUser(Erply.session(ROOT), name);

        JsonNode again = saveUser(Erply.session(ROOT), name);

        assertThat(Erply.code(first)).isZero();
        assertThat(again.get("records")).isEqualTo(first.get("records"));
    }

    @Test
    void the_same_in_another_session_is_the_same() {
        JsonNode first = saveUser(Erply.session(ROOT), name);

        JsonNode again = saveUser(Erply.login(Erply.GLOBEX, ROOT, "demo-staff-1"), name);

        assertThat(again.get("records")).isEqualTo(first.get("records"));
    }

    @Test
    void something_else_under_the_same_key_is_invalid() {
        saveUser(Erply.session(ROOT), name);

        JsonNode other = saveUser(Erply.session(ROOT), "other-" + name);

        assertThat(Erply.refusal(other)).isEqualTo("1016 Idempotency-Key");
    }

    @Test
    void each_call_of_a_bulk_is_one_of_its_own() {
        String both = "[" + sub("saveUser", "name", name) + "," + sub("saveUser", "name", "second-" + name) + "]";
        JsonNode first = bulk(both);

        JsonNode again = bulk(both);

        assertThat(numbers(first)).hasSize(2).doesNotHaveDuplicates();
        assertThat(numbers(again)).isEqualTo(numbers(first));
    }

    @Test
    void what_failed_in_a_bulk_is_tried_again_and_the_rest_is_not() {
        String taken = "[" + sub("saveUser", "name", name) + "," + sub("saveUser", "name", name) + "]";
        JsonNode first = bulk(taken);

        JsonNode again = bulk(taken);

        assertThat(numbers(first)).hasSize(1);
        assertThat(numbers(again)).isEqualTo(numbers(first));
        assertThat(again.at("/requests").findValuesAsText("errorCode")).containsOnlyOnce("1012");
    }

    @Test
    void a_group_is_made_once() {
        JsonNode first = call(Map.of("request", "saveUserGroup", "name", name, "sessionKey", Erply.session(ROOT)));

        JsonNode again = call(Map.of("request", "saveUserGroup", "name", name, "sessionKey", Erply.session(ROOT)));

        assertThat(Erply.code(first)).isZero();
        assertThat(again.get("records")).isEqualTo(first.get("records"));
        delete(first.at("/records/0/userGroupID").asLong());
    }

    @Test
    void a_key_says_nothing_to_calls_that_make_nothing() {
        JsonNode read = Erply.json(given().header("Idempotency-Key", "")
                .formParams(Map.of(
                        "clientCode", Erply.GLOBEX, "request", "getUserGroups", "sessionKey", Erply.session(ROOT)))
                .post("/api/"));

        assertThat(Erply.code(read)).isZero();
    }

    private JsonNode saveUser(String session, String login) {
        return made(call(Map.of("request", "saveUser", "name", login, "userGroupID", "1", "sessionKey", session)));
    }

    /** Remembers all who are there now and were not. */
    private JsonNode made(JsonNode answer) {
        answer.findValuesAsText("userID").stream()
                .map(Long::valueOf)
                .filter(known::add)
                .forEach(newcomers::keep);
        return answer;
    }

    private void delete(long group) {
        AccountId account = newcomers.globex();
        Caller root = Caller.of(newcomers.user(1), "erply");
        roles.get(account, "erply", group)
                .chain(role -> roles.delete(account, role.orElseThrow().id(), root))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private JsonNode bulk(String requests) {
        return made(call(Map.of("requests", requests, "sessionKey", Erply.session(ROOT))));
    }

    private JsonNode call(Map<String, String> parameters) {
        return Erply.json(given().header("Idempotency-Key", key)
                .formParam("clientCode", Erply.GLOBEX)
                .formParams(parameters)
                .post("/api/"));
    }

    private static String sub(String call, String name, String value) {
        return "{\"requestName\":\"" + call + "\",\"userGroupID\":1,\"" + name + "\":\"" + value + "\"}";
    }

    private static List<String> numbers(JsonNode answer) {
        return answer.at("/requests").findValuesAsText("userID");
    }
}
