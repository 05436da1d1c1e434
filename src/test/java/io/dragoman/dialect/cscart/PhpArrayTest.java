package io.dragoman.dialect.cscart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.edge.Params;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhpArrayTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1&b=2 | {\"a\":\"1\",\"b\":\"2\"}",
                "a=1&b=2&a=3 | {\"a\":\"3\",\"b\":\"2\"}",
                "a[]=1&a[]=2 | {\"a\":[\"1\",\"2\"]}",
                "a[1]=x&a[]=y | {\"a\":{\"1\":\"x\",\"2\":\"y\"}}",
                "a[0]=x&a[1]=y | {\"a\":[\"x\",\"y\"]}",
                "a[k]=1&a[l][]=2 | {\"a\":{\"k\":\"1\",\"l\":[\"2\"]}}",
                "a=1&a[]=2 | {\"a\":[\"2\"]}",
                "a[]=1&a=2 | {\"a\":\"2\"}",
                "a.b=1&c+d=2 | {\"a_b\":\"1\",\"c_d\":\"2\"}",
                "a[b=1 | {\"a_b\":\"1\"}",
                "+a=1 | {\"a\":\"1\"}",
                "a[b]c=1 | {\"a\":{\"b\":\"1\"}}",
                "=1&a | {\"a\":\"\"}"
            })
    void names_are_read_as_php_reads_them(String query, String json) {
        assertThat(json(query)).isEqualTo(json);
    }

    @Test
    void levels_past_the_64th_are_left_out() {
        assertThat(json("a" + "[b]".repeat(65) + "=1&c=2")).isEqualTo("{\"c\":\"2\"}");
    }

    private static String json(String query) {
        PhpArray array = PhpArray.of(Params.parse(query, 1_000));
        return new String(CsCartJson.answer(200, array.toJsonObject()).body(), StandardCharsets.UTF_8);
    }
}
