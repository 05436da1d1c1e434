package io.dragoman.dialect.erply;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErplyXmlTest {

    @Test
    void every_kind_of_value_has_its_form() {
        Fields document = Fields.of("text", "a<b>&\"'\r\u0001\uD800ü")
                .with("number", new BigDecimal("0.000000001"))
                .with("none", null)
                .with("on", true)
                .with("list", List.of(Fields.of("x", 1), Fields.of("x", 2)))
                .with("empty", List.of())
                .with("object", Fields.of("y", ""))
                .with("keyed", new Keyed().with("7", Fields.of("view", 1)))
                .with("nothing", new Keyed());

        assertThat(ErplyXml.document(document))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document>"
                        + "<text>a&lt;b&gt;&amp;\"'&#13;\uFFFD\uFFFDü</text>"
                        + "<number>0.000000001</number><none/><on>1</on>"
                        + "<list><item><x>1</x></item><item><x>2</x></item></list><empty/>"
                        + "<object><y/></object>"
                        + "<keyed><item><view>1</view><key>7</key></item></keyed><nothing/></document>\n");
    }
}
