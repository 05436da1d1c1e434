package io.dragoman.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands for a missing picture. */
class PlaceholderTest {

    @ParameterizedTest
    @CsvSource({
        "Mia, Jansen, MJ",
        "zoë, ångström, ZA",
        "Øyvind, Łukasz, OL",
        "' Émile ', '', E",
        "ß, đ, SD",
        "李, Ming, M",
        "李, 明, ''",
        "1, -, ''",
        "'', '', ''"
    })
    void initials_are_the_first_letters_that_can_be_drawn(String first, String last, String initials) {
        assertThat(Placeholder.of(first, last, 0).initials()).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "100", "1000"})
    void it_is_of_the_size_asked_and_shows_something(int size) {
        BufferedImage letters = Placeholder.of("Mia", "Jansen", -7).draw(size);
        BufferedImage person = Placeholder.of("", "", -7).draw(size);

        assertThat(letters.getWidth()).isEqualTo(letters.getHeight()).isEqualTo(size);
        assertThat(size < 3 || hasWhite(letters)).isTrue();
        assertThat(size < 3 || hasWhite(person)).isTrue();
    }

    @Test
    void each_letter_is_drawn_otherwise() {
        long different = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                .chars()
                .mapToObj(letter ->
                        Placeholder.of(Character.toString(letter), "", 1).draw(64))
                .map(Png::of)
                .map(Arrays::hashCode)
                .distinct()
                .count();

        assertThat(different).isEqualTo(26);
    }

    private static boolean hasWhite(BufferedImage picture) {
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                if (picture.getRGB(x, y) == Color.WHITE.getRGB()) {
                    return true;
                }
            }
        }
        return false;
    }
}
