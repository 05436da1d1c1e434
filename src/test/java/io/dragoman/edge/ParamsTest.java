package io.dragoman.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.edge.Params.Param;
import org.junit.jupiter.api.Test;

class ParamsTest {

    @Test
    void keeps_the_order_sent_and_every_repetition() {
        Params params = Params.parse("b=1&a=2&b=3", 10);

        assertThat(params.all()).containsExactly(new Param("b", "1"), new Param("a", "2"), new Param("b", "3"));
        assertThat(params.last("b")).isEqualTo("3");
    }

    @Test
    void decodes_as_form_data() {
        Params params = Params.parse("last_name=st%C3%BCch&order_by=last_name+DESC&plus=a%2Bb", 10);

        assertThat(params.last("last_name")).isEqualTo("stüch");
        assertThat(params.last("order_by")).isEqualTo("last_name DESC");
        assertThat(params.last("plus")).isEqualTo("a+b");
    }

    @Test
    void takes_broken_escapes_and_raw_characters_as_they_are() {
        Params params = Params.parse("a=100%&b=%zz%4&c=%F0%9F%98%80😀%", 10);

        assertThat(params.last("a")).isEqualTo("100%");
        assertThat(params.last("b")).isEqualTo("%zz%4");
        assertThat(params.last("c")).isEqualTo("😀😀%");
    }

    @Test
    void reads_parameters_without_a_value_or_a_name() {
        Params params = Params.parse("jsonp&&=x&e=", 10);

        assertThat(params.all()).containsExactly(new Param("jsonp", ""), new Param("", "x"), new Param("e", ""));
    }

    @Test
    void leaves_out_what_is_past_the_limit() {
        assertThat(Params.parse("a=1&b=2&c=3", 2).all()).hasSize(2);
    }

    @Test
    void is_empty_for_no_query() {
        assertThat(Params.parse(null, 10)).isSameAs(Params.NONE);
        assertThat(Params.parse("", 10).last("a")).isNull();
    }
}
