package io.dragoman.dialect.erply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.Golden;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many calls in one request (erply.md 7.3). */
@QuarkusTest
class ErplyBulkTest {

    @Inject
    Newcomers newcomers;

    @AfterEach
    void takeAway() {
        newcomers.takeAway();
    }

    @ParameterizedTest
    @CsvSource({"JSON, bulk.json", "XML, bulk.xml"})
    void answers_in_order_and_fails_one_by_one_byte_for_byte(String responseType, String golden) {
        String requests = "[{\"requestName\":\"getUserGroups\",\"requestID\":7,\"userGroupID\":2},"
                + "{\"requestName\":\"noSuchCall\",\"requestID\":\"b\"},"
                + "{\"requestName\":\"getUserRights\",\"userID\":\"x\"},"
                + "{\"requestName\":\"getUserRights\",\"userID\":[8]},"
                + "{\"requestName\":\"getUserGroups\",\"userGroupID\":\"3\"}]";

        String answer = Erply.post(Erply.encoded(Erply.pairs(
                        "clientCode",
                        Erply.ACME,
                        "request",
                        "ignored",
                        "responseType",
                        responseType,
                        "sessionKey",
                        Erply.session("admin"),
                        "requests",
                        requests)))
                .asString();

        assertThat(Erply.timeless(answer)).isEqualTo(Golden.text("erply/" + golden));
    }

    @Test
    void a_hundred_are_answered_each_in_its_place() {
        String requests = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> "{\"requestName\":\"getUserRights\",\"userID\":" + i + "}")
                .collect(Collectors.joining(",", "[", "]"));

        JsonNode answer = Erply.bulk(Erply.GLOBEX, Erply.session("staff001"), requests);

        assertThat(answer.at("/requests").findValuesAsText("userID"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | 1015",
                "'' | 1015",
                "{} | 1015",
                "[1] | 1015",
                "[] trailing | 1015",
                "[{\"requestName\":\"getUserGroups\"}] | 1055"
            })
    void what_is_no_bulk_is_refused_as_a_whole(String requests, int code) {
        JsonNode answer = Erply.bulk(Erply.ACME, "nope", requests);

        assertThat(Erply.code(answer)).isEqualTo(code);
        assertThat(answer.at("/requests")).isEmpty();
    }

    @Test
    void more_than_a_hundred_are_refused_as_a_whole() {
        String requests = Collections.nCopies(101, "{\"requestName\":\"getSessionKeyInfo\"}")
                .toString();

        assertThat(Erply.code(Erply.bulk(Erply.ACME, Erply.session("admin"), requests)))
                .isEqualTo(1020);
    }

    @Test
    void none_at_all_are_an_answer_too() {
        JsonNode answer = Erply.bulk(Erply.ACME, "", "[]");

        assertThat(Erply.code(answer)).isZero();
        assertThat(answer.at("/requests").isArray()).isTrue();
    }

    @Test
    void a_session_is_needed_where_one_of_the_calls_needs_it() {
        String free = "{\"requestName\":\"getServiceEndpoints\"}";

        assertThat(Erply.code(Erply.bulk(Erply.ACME, "", "[" + free + "]"))).isZero();
        assertThat(Erply.code(Erply.bulk(Erply.ACME, "", "[" + free + ",{\"requestName\":\"getUserGroups\"}]")))
                .isEqualTo(1009);
    }

    @Test
    void a_hundred_wrong_passwords_of_one_person_are_ten_and_then_none() {
        String name = Newcomers.name();
        newcomers.make(name);

        List<Integer> codes = logins(name, "wrong-password");

        assertThat(codes).filteredOn(code -> code == 1051).hasSize(10);
        assertThat(codes).filteredOn(code -> code == 1052).hasSize(90);
    }

    @Test
    void a_hundred_right_passwords_are_a_hundred_sessions() {
        String name = Newcomers.name();
        newcomers.make(name);

        assertThat(logins(name, Newcomers.PASSWORD)).hasSize(100).containsOnly(0);
    }

    private static List<Integer> logins(String name, String password) {
        String login =
                "{\"requestName\":\"verifyUser\",\"username\":\"" + name + "\",\"password\":\"" + password + "\"}";
        JsonNode answer =
                Erply.bulk(Erply.GLOBEX, "", Collections.nCopies(100, login).toString());
        return StreamSupport.stream(answer.at("/requests").spliterator(), false)
                .map(Erply::code)
                .toList();
    }
}
