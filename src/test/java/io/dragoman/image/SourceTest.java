package io.dragoman.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Kind;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploaded pictures, whatever they are. */
class SourceTest {

    private static final long MANY = 25_000_000;

    @ParameterizedTest
    @CsvSource({"png, 120, 80", "jpg, 80, 120", "gif, 33, 34", "png, 1, 1", "png, 1, 500"})
    void the_square_is_as_large_as_the_shorter_side(String format, int width, int height) {
        BufferedImage square = Source.square(Pictures.noise(width, height, format), 1000, MANY);

        assertThat(square.getWidth()).isEqualTo(square.getHeight()).isEqualTo(Math.min(width, height));
    }

    @ParameterizedTest
    @CsvSource({"100, 215", "700, 1500", "1000, 1500"})
    void of_a_large_picture_no_more_is_decoded_than_is_needed(int size, int side) {
        BufferedImage square = Source.square(Pictures.noise(2000, 1500, "jpg"), size, MANY);

        assertThat(square.getWidth()).isEqualTo(side).isGreaterThanOrEqualTo(size);
    }

    @Test
    void the_largest_picture_allowed_takes_little_memory() {
        BufferedImage square = Source.square(Pictures.bomb(5000, 5000), 1000, MANY);

        assertThat(square.getWidth()).isBetween(1000, 2450);
    }

    @ParameterizedTest
    @CsvSource({"5001, 5000", "30000, 30000", "2147483647, 2147483647"})
    void a_picture_of_more_pixels_is_refused_by_its_header(int width, int height) {
        byte[] header = Arrays.copyOf(Pictures.bomb(1, 1), 200);
        System.arraycopy(Pictures.header(width, height), 0, header, 0, 33);

        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertThatThrownBy(() -> Source.square(header, 100, MANY))
                        .isInstanceOfSatisfying(
                                FacadeException.class,
                                refused ->
                                        assertThat(refused.failure().detail()).contains("pixels")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "\u0089PNG\r\n\u001a\n", "BM", "<svg/>", "\u00ff\u00d8\u00ff\u00e0"})
    void what_is_no_picture_is_refused(String picture) {
        assertThatThrownBy(() -> Source.square(picture.getBytes(StandardCharsets.ISO_8859_1), 100, MANY))
                .isInstanceOfSatisfying(
                        FacadeException.class,
                        refused -> assertThat(refused.failure().kind()).isEqualTo(Kind.INVALID));
    }
}
