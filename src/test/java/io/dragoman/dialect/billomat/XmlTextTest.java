package io.dragoman.dialect.billomat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;

/** Texts are escaped as a writer of XML does that others wrote. */
class XmlTextTest {

    private static final String[] AROUND = {"", "a", "]", "]]", " "};

    @Test
    void every_character_is_written_as_by_a_writer_of_the_platforms_kind() throws XMLStreamException {
        int[] allowed = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(XmlTextTest::isAllowed)
                .filter(c -> c < 0x300 || c % 97 == 0 || (c > 0xFFF0 && c < 0x10010))
                .toArray();
        for (int c : allowed) {
            for (String before : AROUND) {
                String text = before + Character.toString(c) + "x";
                assertThat(written(text)).isEqualTo(reference(text));
            }
        }
    }

    @Test
    void what_xml_cannot_hold_is_replaced() {
        assertThat(written("a\u0000b\u001Fc\uD800d\uDC00e\uFFFEf\uFFFF"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFD");
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF);
    }

    private static String written(String text) {
        StringBuilder xml = new StringBuilder();
        XmlText.append(xml, text);
        return xml.toString();
    }

    private static String reference(String text) throws XMLStreamException {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        XMLStreamWriter writer = new WstxOutputFactory().createXMLStreamWriter(xml, StandardCharsets.UTF_8.name());
        writer.writeStartElement("t");
        writer.writeCharacters(text);
        writer.writeEndElement();
        writer.close();
        // Which it escapes only where it must.
        return xml.toString(StandardCharsets.UTF_8).replaceAll("^<t>|</t>$", "").replace(">", "&gt;");
    }
}
