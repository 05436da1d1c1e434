package io.dragoman.dialect.cscart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhpTest {

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "03, 3",
        "3abc, 3",
        "abc, 0",
        "'', 0",
        "' 7', 7",
        "-2, -2",
        "+4, 4",
        "2.9, 2",
        ".5, 0",
        "1e1, 10",
        "1e, 1",
        "., 0",
        "e5, 0",
        "99999999999999999999, 9223372036854775807",
        "1e999999999, 9223372036854775807"
    })
    void the_number_a_text_begins_with_is_its_value(String text, long number) {
        assertThat(Php.toInt(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "1.5", ".5", "1e3", " 1", "1 "})
    void numbers_are_numeric(String text) {
        assertThat(Php.isNumeric(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1a", ".", "0x1", "1e"})
    void all_else_is_not(String text) {
        assertThat(Php.isNumeric(text)).isFalse();
    }

    @Test
    void nothing_and_zero_are_empty() {
        assertThat(Php.isEmpty("")).isTrue();
        assertThat(Php.isEmpty("0")).isTrue();
        assertThat(Php.isEmpty("00")).isFalse();
        assertThat(Php.isEmpty(" ")).isFalse();
    }

    @Test
    void trimming_takes_ascii_white_space_and_nul_from_both_ends() {
        assertThat(Php.trim(" \t\n\r\0\u000Ba b\u00A0 ")).isEqualTo("a b\u00A0");
        assertThat(Php.trim(" ")).isEmpty();
    }
}
