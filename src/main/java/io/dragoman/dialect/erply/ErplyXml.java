package io.dragoman.dialect.erply;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes answers as XML: no attributes, lists as {@code item}s, null and empty lists as empty elements (erply.md 7.2). */
final class ErplyXml {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final StringBuilder xml = new StringBuilder(DECLARATION);

    private ErplyXml() {}

    static String document(Fields document) {
        ErplyXml writer = new ErplyXml();
        writer.element("document", document);
        return writer.xml.append('\n').toString();
    }

    private void element(String name, @Nullable Object value) {
        int start = xml.append('<').append(name).append('>').length();
        content(value);
        if (xml.length() == start) {
            xml.insert(start - 1, '/');
        } else {
            xml.append("</").append(name).append('>');
        }
    }

    private void content(@Nullable Object value) {
        if (value instanceof Fields fields) {
            fields(fields);
        } else if (value instanceof Keyed keyed) {
            keyed.items().forEach(this::keyedItem);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> element("item", item));
        } else if (value instanceof Boolean flag) {
            xml.append(flag ? '1' : '0');
        } else if (value instanceof BigDecimal number) {
            xml.append(number.toPlainString());
        } else if (value != null) {
            text(value.toString());
        }
    }

    private void fields(Fields fields) {
        for (Map.Entry<String, @Nullable Object> field : fields.values().entrySet()) {
            element(field.getKey(), field.getValue());
        }
    }

    private void keyedItem(String key, Fields item) {
        xml.append("<item>");
        fields(item);
        element("key", key);
        xml.append("</item>");
    }

    private void text(String text) {
        text.codePoints().forEach(this::character);
    }

    private void character(int c) {
        switch (c) {
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '&' -> xml.append("&amp;");
            case '\r' -> xml.append("&#13;");
            default -> xml.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
        }
    }

    /** Whether XML 1.0 has the character at all. */
    private static boolean isAllowed(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || c == '\t' || c == '\n' || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
