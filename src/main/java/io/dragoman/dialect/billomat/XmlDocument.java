package io.dragoman.dialect.billomat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes one XML document as Billomat does: UTF-8, four spaces a level, well formed whatever a text holds. */
final class XmlDocument {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String INDENT = "    ";
    private static final int USUAL_LENGTH = 4_096;

    private final StringBuilder text = new StringBuilder(USUAL_LENGTH).append(HEAD);
    private int depth;

    private XmlDocument() {}

    /** A whole document. */
    static byte[] of(Element root) {
        XmlDocument document = new XmlDocument();
        root.writeXml(document);
        return document.text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param attributes names and values in turn; values that hold nothing to be escaped */
    void open(String name, String... attributes) {
        begin(name, attributes);
        text.append('>');
        depth++;
    }

    void close(String name) {
        depth--;
        beginLine();
        end(name);
    }

    /** The same as open and closed at once. */
    void empty(String name, String... attributes) {
        begin(name, attributes);
        text.append("/>");
    }

    void value(String name, @Nullable String type, String value) {
        if (type == null) {
            open(name);
        } else {
            open(name, "type", type);
        }
        depth--;
        XmlText.append(text, value);
        end(name);
    }

    private void begin(String name, String... attributes) {
        beginLine();
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(attributes[i + 1])
                    .append('"');
        }
    }

    private void end(String name) {
        text.append("</").append(name).append('>');
    }

    private void beginLine() {
        text.append('\n');
        for (int level = 0; level < depth; level++) {
            text.append(INDENT);
        }
    }
}
