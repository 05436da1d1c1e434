package io.dragoman.dialect.erply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.Golden;
import io.dragoman.account.Passwords;
import io.dragoman.directory.Attribute;
import io.dragoman.directory.Caller;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** verifyUser: who gets a session, for how long, and what he is told (erply.md 2, 3.1). */
@QuarkusTest
class ErplyLoginTest {

    @Inject
    Newcomers newcomers;

    @Inject
    UserStore users;

    @Inject
    Passwords passwords;

    @AfterEach
    void takeAway() {
        newcomers.takeAway();
    }

    @ParameterizedTest
    @CsvSource({"JSON, login.json", "XML, login.xml"})
    void tells_all_there_is_to_tell_byte_for_byte(String responseType, String golden) {
        String answer = Erply.send(
                        Erply.ACME,
                        "verifyUser",
                        "username",
                        "admin",
                        "password",
                        "demo-admin-1",
                        "responseType",
                        responseType)
                .asString();

        assertThat(secretless(Erply.timeless(answer))).isEqualTo(Golden.text("erply/" + golden));
    }

    @Test
    void a_session_key_is_lower_case_letters_and_digits_and_never_the_same() {
        String first = Erply.login(Erply.ACME, "admin", "demo-admin-1");

        assertThat(first).matches("[0-9a-z]{40,100}");
        assertThat(Erply.login(Erply.ACME, "admin", "demo-admin-1")).isNotEqualTo(first);
    }

    @Test
    void an_identity_token_is_left_out_where_it_is_unwanted() {
        JsonNode record =
                login("admin", "demo-admin-1", "doNotGenerateIdentityToken", 1).at("/records/0");

        assertThat(record.has("identityToken")).isFalse();
        assertThat(record.at("/token").isTextual()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 3600",
        "0, 3600",
        "-5, 3600",
        "abc, 3600",
        "1, 1",
        "86400, 86400",
        "86401, 86400",
        "99999999999999999999, 86400"
    })
    void a_session_lasts_as_asked_within_bounds(String asked, int seconds) {
        JsonNode record = login("admin", "demo-admin-1", "sessionLength", asked).at("/records/0");

        assertThat(record.at("/sessionLength").isInt()).isTrue();
        assertThat(record.at("/sessionLength").asInt()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "admin, '', 1050",
        "'', demo-admin-1, 1050",
        "nobody-at-all, demo-admin-1, 1051",
        "ADMIN, demo-admin-1, 0",
        "mia, demo-mia-1, 1053",
        "bob, demo-bob-1, 1051",
        "customer, x, 1051"
    })
    void who_may_not_log_in_is_told_why(String name, String password, int code) {
        assertThat(Erply.code(login(name, password))).isEqualTo(code);
    }

    @Test
    void missing_parameters_and_arrays_are_told_apart() {
        assertThat(Erply.code(Erply.call(Erply.ACME, "verifyUser", "username", "admin")))
                .isEqualTo(1050);
        assertThat(Erply.refusal(Erply.call(Erply.ACME, "verifyUser", "username[]", "admin", "password", "x")))
                .isEqualTo("1030 username");
    }

    @Test
    void the_eleventh_attempt_after_ten_wrong_passwords_is_refused_even_if_it_is_right() {
        String name = Newcomers.name();
        newcomers.make(name);

        List<Integer> codes = IntStream.range(0, 12)
                .mapToObj(i -> globex(name, "wrong-password-" + i))
                .toList();

        assertThat(codes.subList(0, 10)).containsOnly(1051);
        assertThat(codes.subList(10, 12)).containsOnly(1052);
        assertThat(globex(name, Newcomers.PASSWORD)).isEqualTo(1052);
    }

    @Test
    void wrong_passwords_before_the_tenth_do_no_harm() {
        String name = Newcomers.name();
        newcomers.make(name);

        IntStream.range(0, 9).forEach(i -> globex(name, "wrong-password"));

        assertThat(IntStream.range(0, 15).map(i -> globex(name, Newcomers.PASSWORD)))
                .containsOnly(0);
    }

    @Test
    void a_password_kept_as_md5_logs_in() {
        String name = Newcomers.name();
        User user = newcomers.user(newcomers.make(name));

        passwords
                .hashMd5("374219F4986A4BF3C81E5E828C9BF580")
                .chain(hash -> users.change(
                        user.account(),
                        user.id(),
                        UserChange.NONE.with(Attribute.PASSWORD, hash),
                        Caller.of(user, "cscart")))
                .await()
                .indefinitely();

        assertThat(globex(name, "a-Password-1")).isZero();
        assertThat(globex(name, Newcomers.PASSWORD)).isEqualTo(1051);
    }

    private static int globex(String name, String password) {
        return Erply.code(Erply.call(Erply.GLOBEX, "verifyUser", "username", name, "password", password));
    }

    private static JsonNode login(String name, String password, Object... more) {
        Object[] all = new Object[more.length + 4];
        System.arraycopy(new Object[] {"username", name, "password", password}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return Erply.call(Erply.ACME, "verifyUser", all);
    }

    private static String secretless(String answer) {
        return answer.replaceAll("(sessionKey\"?[:>]\"?)[0-9a-z]{40,100}", "$1KEY")
                .replaceAll("(identityToken\"?[:>]\"?)[\\w.-]{100,}", "$1TOKEN")
                .replaceAll("localhost:\\d+", "localhost:0");
    }
}
