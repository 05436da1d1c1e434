package io.dragoman.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.UserId;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTokenTest {

    private static final KeyedHash KEY = new KeyedHash(new byte[] {1, 2, 3});
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Session SESSION =
            new Session(new AccountId(1), new UserId(new UUID(7, 9)), 3, NOW, NOW.plusSeconds(60));

    @Test
    void is_read_back_as_it_was_written() {
        Random random = new Random(7);

        assertThat(IntStream.range(0, 500).mapToObj(i -> {
                    Session session = new Session(
                            new AccountId(random.nextInt()),
                            new UserId(new UUID(random.nextLong(), random.nextLong())),
                            random.nextInt(),
                            NOW.plusSeconds(random.nextInt()),
                            NOW);
                    return new Session(
                            session.account(),
                            session.user(),
                            session.credentialVersion(),
                            session.created(),
                            session.created().plusSeconds(random.nextInt(86_400)));
                }))
                .allSatisfy(session -> assertThat(SessionToken.read(write(session), KEY, "one"))
                        .contains(session));
    }

    @Test
    void is_lower_case_letters_and_digits_alone() {
        assertThat(write(SESSION)).matches("[0-9a-z]{80,100}");
    }

    @Test
    void no_changed_character_goes_unnoticed() {
        String token = write(SESSION);

        assertThat(IntStream.range(0, token.length()))
                .allSatisfy(i -> assertThat(SessionToken.read(
                                token.substring(0, i) + (token.charAt(i) == 'a' ? 'b' : 'a') + token.substring(i + 1),
                                KEY,
                                "one"))
                        .isEmpty());
    }

    @Test
    void means_nothing_in_another_system_or_under_another_key() {
        String token = write(SESSION);

        assertThat(SessionToken.read(token, KEY, "two")).isEmpty();
        assertThat(SessionToken.read(token, new KeyedHash(new byte[] {9}), "one"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nope", "0", "-1", "Ä"})
    void other_texts_mean_nothing(String text) {
        assertThat(SessionToken.read(text, KEY, "one")).isEmpty();
        assertThat(SessionToken.read(text.repeat(95), KEY, "one")).isEmpty();
        assertThat(SessionToken.read(write(SESSION) + text.repeat(1), new KeyedHash(new byte[] {9}), "one"))
                .isEmpty();
    }

    private static String write(Session session) {
        return SessionToken.write(session, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, KEY, "one");
    }
}
