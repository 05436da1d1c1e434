package io.dragoman.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The operator's token as it is configured. */
class AdminTokenTest {

    @Test
    void without_one_there_is_no_api() {
        assertThat(token(Map.of()).isSet()).isFalse();
        assertThat(token(Map.of()).is("")).isFalse();
    }

    @Test
    void the_token_alone_is_it() {
        AdminToken token = token(Map.of("dragoman.admin.token", "0123456789abcdef"));

        assertThat(token.is("0123456789abcdef")).isTrue();
        assertThat(token.is("0123456789abcdeF")).isFalse();
        assertThat(token.is("")).isFalse();
    }

    @Test
    void one_that_can_be_guessed_is_refused_without_being_told() {
        assertThatThrownBy(() -> token(Map.of("dragoman.admin.token", "guessable")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("16 to 1024")
                .hasMessageNotContaining("guessable");
    }

    @Test
    void one_in_two_places_is_refused() {
        Map<String, String> both = Map.of(
                "dragoman.admin.token", "0123456789abcdef",
                "dragoman.admin.token-file", "/somewhere");

        assertThatThrownBy(() -> token(both)).hasMessageContaining("set one");
    }

    @Test
    void a_file_that_cannot_be_read_is_told() {
        assertThatThrownBy(() -> token(Map.of("dragoman.admin.token-file", "/does/not/exist")))
                .hasMessageContaining("/does/not/exist");
    }

    private static AdminToken token(Map<String, String> properties) {
        return new AdminToken(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AdminConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .build()
                .getConfigMapping(AdminConfig.class));
    }
}
