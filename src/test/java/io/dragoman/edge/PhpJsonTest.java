package io.dragoman.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class PhpJsonTest {

    @Test
    void writes_ascii_alone_with_lower_case_escapes_and_escaped_slashes() throws JsonProcessingException {
        String written = PhpJson.mapper().build().writeValueAsString("a/ü€😀\"\\\u0001\u007f\n");

        assertThat(written).isEqualTo("\"a\\/\\u00fc\\u20ac\\ud83d\\ude00\\\"\\\\\\u0001\u007f\\n\"");
    }
}
