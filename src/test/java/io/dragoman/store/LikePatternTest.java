package io.dragoman.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikePatternTest {

    @Test
    void literals_are_what_stands_between_wildcards() {
        assertThat(LikePattern.literals("%jane%doe_smith%")).containsExactly("jane", "doe", "smith");
        assertThat(LikePattern.literals("%_%")).isEmpty();
        assertThat(LikePattern.literals("")).isEmpty();
    }

    @Test
    void what_is_escaped_is_literal() {
        assertThat(LikePattern.literals("50\\%\\_\\\\x_y")).containsExactly("50%_\\x", "y");
        assertThat(LikePattern.literals("a\\")).containsExactly("a\\");
    }

    @Test
    void a_text_is_the_one_literal_of_its_pattern() {
        for (String text : List.of("a", "50%_\\", "\\%", "x_\\_%")) {
            assertThat(LikePattern.literals(LikePattern.holding(text))).containsExactly(text);
        }
        assertThat(LikePattern.literals(LikePattern.holding(List.of("a%", "b"))))
                .containsExactly("a%", "b");
    }

    @Test
    void what_follows_a_pattern_is_not_escaped_by_it() {
        assertThat(LikePattern.around("a\\")).isEqualTo("%a\\\\%");
        assertThat(LikePattern.around("a\\\\")).isEqualTo("%a\\\\%");
        assertThat(LikePattern.around("a%")).isEqualTo("%a%%");
    }
}
