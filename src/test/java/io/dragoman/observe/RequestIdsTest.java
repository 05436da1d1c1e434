package io.dragoman.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ids are taken from callers. */
class RequestIdsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "0198c1f2-7b1c-7cc2-9f0e-2b1f7a2c3d4e",
                "Root=1-67891233-abcdef012345678912345678",
                "A_b.c:d/e+f~"
            })
    void a_harmless_one_is_kept(String sent) {
        assertThat(RequestIds.of(sent)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a\r\nSet-Cookie: x",
                "a\nb",
                "\u00fcber",
                "info@example.com",
                "<b>",
                "\"",
                "\u0000",
                "a\tb"
            })
    void any_other_is_replaced(String sent) {
        assertThat(RequestIds.of(sent)).matches("[0-9a-v]{24}").isNotEqualTo(sent);
    }

    @Test
    void one_longer_than_128_characters_is_replaced() {
        assertThat(RequestIds.of("a".repeat(128))).hasSize(128);
        assertThat(RequestIds.of("a".repeat(129))).hasSize(24);
        assertThat(RequestIds.of("a".repeat(10_240))).hasSize(24);
    }

    @Test
    void those_made_differ() {
        assertThat(IntStream.range(0, 10_000).mapToObj(i -> RequestIds.of(null)))
                .doesNotHaveDuplicates();
    }
}
