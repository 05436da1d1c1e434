package io.dragoman.dialect.erply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.edge.Params;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

    private static final String TYPE = "multipart/form-data; boundary=x";

    @Test
    void fields_come_in_their_order_with_and_without_a_type() {
        Params fields = read(
                TYPE,
                lines(
                        "--x",
                        "Content-Disposition: form-data; name=\"a\"",
                        "",
                        "1",
                        "--x",
                        "content-type: text/plain",
                        "CONTENT-DISPOSITION: form-data;name=b",
                        "",
                        "2",
                        "3",
                        "--x",
                        "Content-Disposition: form-data; name=\"empty\"",
                        "",
                        "",
                        "--x--"));

        assertThat(fields.all())
                .containsExactly(
                        new Params.Param("a", "1"), new Params.Param("b", "2\r\n3"), new Params.Param("empty", ""));
    }

    @Test
    void names_and_values_are_utf_8_and_names_may_be_quoted() {
        Params fields = read(
                "multipart/form-data; charset=utf-8; boundary=\"x\"",
                "preamble\r\n--x\r\nContent-Disposition: form-data; name=\"n\\\"ä\"\r\n\r\nZoë Ångström\r\n--x--");

        assertThat(fields.all()).containsExactly(new Params.Param("n\"ä", "Zoë Ångström"));
    }

    @Test
    void lines_may_end_in_a_feed_alone() {
        Params fields = read(TYPE, "--x\nContent-Disposition: form-data; name=\"a\"\n\n1\n--x--\n");

        assertThat(fields.last("a")).isEqualTo("1");
    }

    @Test
    void files_are_left_out() {
        Params fields = read(
                TYPE,
                lines(
                        "--x",
                        "Content-Disposition: form-data; name=\"f\"; filename=\"p.png\"",
                        "",
                        "picture",
                        "--x",
                        "Content-Disposition: form-data; name=\"a\"",
                        "",
                        "1",
                        "--x--"));

        assertThat(fields.all()).containsExactly(new Params.Param("a", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no delimiter",
                "--x",
                "--x\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--\r\n",
                "--x\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--x--\r\n",
                "--x\r\n\r\n1\r\n--x--\r\n"
            })
    void what_cannot_be_taken_apart_is_malformed(String body) {
        assertThatThrownBy(() -> read(TYPE, body)).isInstanceOf(Refusal.class).hasMessage("MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\""})
    void without_a_boundary_nothing_can_be_taken_apart(String type) {
        assertThatThrownBy(() -> read(type, "--x--\r\n")).isInstanceOf(Refusal.class);
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static Params read(String type, String body) {
        return Multipart.read(body.getBytes(StandardCharsets.UTF_8), type, 100);
    }
}
