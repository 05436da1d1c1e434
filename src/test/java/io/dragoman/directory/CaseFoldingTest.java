package io.dragoman.directory;

import static io.dragoman.directory.CaseFolding.fold;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaseFoldingTest {

    @Test
    void folds_case_of_any_script() {
        assertThat(fold("STÜCHER")).isEqualTo(fold("stücher"));
        assertThat(fold("ΟΔΟΣ")).isEqualTo(fold("οδος")).isEqualTo(fold("οδοσ"));
        assertThat(fold("ЖУК")).isEqualTo(fold("жук"));
    }

    @Test
    void keeps_accents_apart() {
        assertThat(fold("ü")).isNotEqualTo(fold("u"));
    }

    @Test
    void joins_composed_and_decomposed_forms() {
        assertThat(fold("u\u0308")).isEqualTo(fold("ü"));
    }

    @Test
    void does_not_depend_on_the_default_locale() {
        assertThat(fold("I")).isEqualTo("i");
    }
}
