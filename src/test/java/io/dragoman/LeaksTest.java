package io.dragoman;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for leaked secrets finds them. */
class LeaksTest {

    private static final Leaks LEAKS = Leaks.of(List.of("canary-key-1", "canary@example.com", "904713"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/users?api_key=canary-key-1&x=1",
                "failed for canary@example.com",
                "?email=canary%40example.com",
                "Authorization: Basic Y2FuYXJ5LWtleS0xOg==",
                "password=deaa242b37c1a73d0e565175e52af3c8",
                "cardCode=904713"
            })
    void in_every_form(String line) {
        assertThat(LEAKS.in(line)).hasSize(1);
        assertThat(LEAKS.in(Stream.of("harmless", line))).containsExactly(line);
    }

    @Test
    void between_bytes_that_are_no_text() {
        assertThat(Leaks.anywhere(List.of("canary-key-1")).in("\u000ccanary-key-1J"))
                .hasSize(1);
    }

    @Test
    void as_words_of_a_line() {
        Set<String> secrets = Set.of("shown-key-1", "someone@example.com");

        assertThat(Leaks.amongWords(secrets, Stream.of("a=shown-key-1, b", "shown-key-12", "(someone@example.com)")))
                .containsExactly("shown-key-1", "someone@example.com");
    }

    @Test
    void and_nothing_else() {
        assertThat(LEAKS.in("canary-key-12 canary 1904713 9047135 example.com")).isEmpty();
    }
}
