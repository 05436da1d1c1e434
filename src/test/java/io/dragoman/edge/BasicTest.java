package io.dragoman.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class BasicTest {

    @Test
    void splits_at_the_first_colon() {
        assertThat(Basic.parse("Basic " + encoded("me:a:b"))).isEqualTo(new Basic("me", "a:b"));
        assertThat(Basic.parse("basic " + encoded("key:"))).isEqualTo(new Basic("key", ""));
    }

    @Test
    void is_none_without_a_colon_in_another_scheme_or_in_no_base64() {
        assertThat(Basic.parse("Basic " + encoded("key"))).isNull();
        assertThat(Basic.parse("Bearer abc")).isNull();
        assertThat(Basic.parse("Basic ***")).isNull();
        assertThat(Basic.parse(null)).isNull();
    }

    @Test
    void does_not_show_what_it_holds() {
        assertThat(new Basic("user", "secret").toString()).doesNotContain("user", "secret");
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
