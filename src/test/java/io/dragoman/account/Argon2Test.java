package io.dragoman.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.directory.PasswordHash;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2Test {

    private static final Argon2 CHEAP = new Argon2(64, 1, 1);
    private static final PasswordText PASSWORD = PasswordText.ofPlain("correct horse");

    // What the reference implementation makes of "password" and "somesalt".
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
            })
    void agrees_with_the_reference_implementation(String encoded) {
        assertThat(Argon2.matches(new PasswordHash(encoded), new PasswordText("password")))
                .isTrue();
    }

    @Test
    void a_hash_names_its_cost_and_has_a_salt_of_its_own() {
        String first = CHEAP.hash(PASSWORD).encoded();

        assertThat(first)
                .matches("\\$argon2id\\$v=19\\$m=64,t=1,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}")
                .isNotEqualTo(CHEAP.hash(PASSWORD).encoded());
    }

    @Test
    void a_hash_matches_its_password_alone() {
        PasswordHash stored = CHEAP.hash(PASSWORD);

        assertThat(Argon2.matches(stored, PASSWORD)).isTrue();
        assertThat(Argon2.matches(stored, PasswordText.ofPlain("correct horsf")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "v=19;v=16",
                "argon2id;argon2i",
                "m=64;m=65",
                "m=64;m=-64",
                "m=64;m=99999999999",
                "t=1;t=0",
                "p=1;p=0",
                "p=1;p=1,x=1",
                "$;''"
            })
    void a_tampered_hash_matches_nothing(String part, String replacement) {
        String tampered = CHEAP.hash(PASSWORD).encoded().replace(part, replacement);

        assertThat(Argon2.matches(new PasswordHash(tampered), PASSWORD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$", "$2y$10$abcdefghijklmnopqrstuv"})
    void a_text_that_is_no_hash_matches_nothing(String text) {
        assertThat(Argon2.matches(new PasswordHash(text), PASSWORD)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"m=64, m=4194304", "t=1, t=999", "p=1, p=255"})
    void a_hash_that_demands_too_much_is_not_computed(String part, String huge) {
        PasswordHash hostile = new PasswordHash(CHEAP.hash(PASSWORD).encoded().replace(part, huge));

        assertThat(PhcString.parse(hostile)).isEmpty();
        assertThat(Argon2.matches(hostile, PASSWORD)).isFalse();
    }

    @Test
    void nobodys_hash_costs_what_others_cost_and_is_no_passwords() {
        PasswordHash nobodys = CHEAP.unmatchable();

        assertThat(PhcString.parse(nobodys)).get().extracting(PhcString::cost).isEqualTo(CHEAP);
        assertThat(Argon2.matches(nobodys, PASSWORD)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"262145, 1, 1", "7, 1, 1", "15, 1, 2", "64, 0, 1", "64, 17, 1", "64, 1, 0", "1024, 1, 17"})
    void a_cost_beyond_reason_cannot_be_configured(int memoryKib, int iterations, int parallelism) {
        assertThatThrownBy(() -> new Argon2(memoryKib, iterations, parallelism))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_configured_cost_is_the_documented_one() {
        PasswordsConfig config = Configured.passwords();

        assertThat(PasswordCost.configured(config)).isEqualTo(new Argon2(19456, 2, 1));
        assertThat(config.rememberFor()).isEqualTo(Duration.ofMinutes(10));
    }
}
