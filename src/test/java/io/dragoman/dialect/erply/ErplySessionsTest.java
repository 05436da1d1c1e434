package io.dragoman.dialect.erply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.account.PastSessions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sessions are good for, and how they end (erply.md 2.1, 3.6 to 3.9). */
@QuarkusTest
class ErplySessionsTest {

    @Inject
    Newcomers newcomers;

    @Inject
    PastSessions past;

    private final String name = Newcomers.name();
    private long number;
    private String key = "";

    @BeforeEach
    void logIn() {
        number = newcomers.make(name);
        key = Erply.login(Erply.GLOBEX, name, Newcomers.PASSWORD);
    }

    @AfterEach
    void takeAway() {
        newcomers.takeAway();
    }

    @ParameterizedTest
    @CsvSource({
        "PT1S, getSessionKeyInfo, 1054",
        "PT200H, getSessionKeyInfo, 1054",
        "PT1H, switchUser, 0",
        "PT1H59M, switchUser, 0",
        "PT3H, switchUser, 1056"
    })
    void a_session_that_is_over_is_told_so_but_good_for_switching_a_while(Duration since, String request, int code) {
        String pin = Long.toString(System.nanoTime());
        newcomers.make(Newcomers.name(), "cardCode", pin);
        String over = past.over("erply", newcomers.user(number), since);

        JsonNode answer = Erply.call(Erply.GLOBEX, request, "sessionKey", over, "cardCode", pin);

        assertThat(Erply.code(answer)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"'', 1009", "nope, 1055", "0, 1055"})
    void a_key_that_is_none_is_refused(String sessionKey, int code) {
        assertThat(Erply.code(Erply.call(Erply.GLOBEX, "getSessionKeyInfo", "sessionKey", sessionKey)))
                .isEqualTo(code);
    }

    @Test
    void a_session_of_another_account_is_unknown() {
        assertThat(Erply.code(Erply.call(Erply.ACME, "getSessionKeyInfo", "sessionKey", key)))
                .isEqualTo(1055);
    }

    @Test
    void a_session_of_somebody_who_is_gone_is_unknown() {
        newcomers.takeAway();

        assertThat(Erply.code(Erply.call(Erply.GLOBEX, "getSessionKeyInfo", "sessionKey", key)))
                .isEqualTo(1055);
    }

    @Test
    void a_pin_opens_a_session_of_whoever_has_it() {
        String pin = Long.toString(System.nanoTime());
        String other = Newcomers.name();
        newcomers.make(other, "cardCode", pin);

        JsonNode answer =
                Erply.call(Erply.GLOBEX, "switchUser", "sessionKey", key, "cardCode", pin, "sessionLength", 60);

        assertThat(answer.at("/records/0/userName").asText()).isEqualTo(other);
        assertThat(answer.at("/records/0/sessionLength").asInt()).isEqualTo(60);
        assertThat(answer.at("/records/0/sessionKey").asText()).isNotEqualTo(key);
    }

    @Test
    void ten_wrong_pins_block_the_person_of_the_session() {
        for (int i = 0; i < 10; i++) {
            assertThat(Erply.code(Erply.call(Erply.GLOBEX, "switchUser", "sessionKey", key, "cardCode", "00000" + i)))
                    .isEqualTo(1051);
        }

        assertThat(Erply.code(Erply.call(Erply.GLOBEX, "switchUser", "sessionKey", key, "cardCode", "000000")))
                .isEqualTo(1052);
        assertThat(Erply.code(Erply.call(Erply.GLOBEX, "verifyUser", "username", name, "password", Newcomers.PASSWORD)))
                .isEqualTo(1052);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "newPassword=Password12 | 1010 oldPassword",
                "oldPassword=Newcomer12 | 1010 newPassword",
                "oldPassword=Newcomer12&newPassword=short12 | 1016 newPassword",
                "oldPassword=Newcomer12&newPassword=Newcomer12 | 1012 newPassword",
                "oldPassword=not-the-one&newPassword=Password12 | 1016 oldPassword"
            })
    void a_password_is_changed_only_for_a_good_one_by_who_knows_the_old(String parameters, String refusal) {
        JsonNode answer =
                Erply.json(Erply.post("clientCode=200002&request=changePassword&" + parameters + "&sessionKey=" + key));

        assertThat(Erply.refusal(answer)).isEqualTo(refusal);
    }

    @Test
    void a_changed_password_ends_all_sessions_and_opens_a_new_one() {
        String other = Erply.login(Erply.GLOBEX, name, Newcomers.PASSWORD);

        JsonNode answer = Erply.call(
                Erply.GLOBEX,
                "changePassword",
                "sessionKey",
                key,
                "oldPassword",
                Newcomers.PASSWORD,
                "newPassword",
                "Changed-12");

        assertThat(answer.at("/records/0/userName").asText()).isEqualTo(name);
        assertThat(infoOf(key)).isEqualTo(1055);
        assertThat(infoOf(other)).isEqualTo(1055);
        assertThat(infoOf(answer.at("/records/0/sessionKey").asText())).isZero();
        assertThat(Erply.code(Erply.call(Erply.GLOBEX, "verifyUser", "username", name, "password", Newcomers.PASSWORD)))
                .isEqualTo(1051);
    }

    @Test
    void the_session_of_a_key_is_told_as_at_its_login() {
        JsonNode record =
                Erply.call(Erply.GLOBEX, "getSessionKeyUser", "sessionKey", key).at("/records/0");

        assertThat(record.at("/userID").asText()).isEqualTo(Long.toString(number));
        assertThat(record.at("/sessionKey").asText()).isEqualTo(key);
        assertThat(record.at("/sessionLength").asInt()).isEqualTo(3_600);
    }

    @Test
    void an_identity_token_opens_a_session_of_its_person() {
        String token = Erply.call(Erply.GLOBEX, "getIdentityToken", "sessionKey", key)
                .at("/records/identityToken")
                .asText();

        JsonNode answer = Erply.call(Erply.GLOBEX, "verifyIdentityToken", "jwt", token);

        assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8))
                .contains("\"clientCode\":\"200002\"", "\"username\":\"" + name + "\"");
        assertThat(infoOf(answer.at("/records/sessionKey").asText())).isZero();
        assertThat(answer.at("/records/backofficeURL").asText()).endsWith("/");
    }

    @Test
    void a_token_that_is_none_or_of_another_use_or_account_is_told_apart() {
        String access = Erply.call(Erply.GLOBEX, "getJwtToken", "sessionKey", key)
                .at("/records/token")
                .asText();
        String identity = Erply.call(Erply.GLOBEX, "getIdentityToken", "sessionKey", key)
                .at("/records/identityToken")
                .asText();

        assertThat(Erply.refusal(Erply.call(Erply.GLOBEX, "verifyIdentityToken")))
                .isEqualTo("1010 jwt");
        assertThat(verified(Erply.GLOBEX, access)).isEqualTo(1191);
        assertThat(verified(Erply.GLOBEX, identity + "x")).isEqualTo(1191);
        assertThat(verified(Erply.GLOBEX, "a.b.c")).isEqualTo(1191);
        assertThat(verified(Erply.ACME, identity)).isEqualTo(1190);
        newcomers.takeAway();
        assertThat(verified(Erply.GLOBEX, identity)).isEqualTo(1173);
    }

    private static int verified(String clientCode, String token) {
        return Erply.code(Erply.call(clientCode, "verifyIdentityToken", "jwt", token));
    }

    private static int infoOf(String sessionKey) {
        return Erply.code(Erply.call(Erply.GLOBEX, "getSessionKeyInfo", "sessionKey", sessionKey));
    }
}
