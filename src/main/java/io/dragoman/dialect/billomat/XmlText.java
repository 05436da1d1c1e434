package io.dragoman.dialect.billomat;

/** Texts as an XML 1.0 document can hold them. */
final class XmlText {

    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    /** Appends a text, escaped; each character that XML cannot hold, not even escaped, is replaced by U+FFFD. */
    static void append(StringBuilder xml, String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'z') {
                xml.append(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                xml.append(c).append(text.charAt(++i));
            } else {
                escape(xml, c);
            }
        }
    }

    private static void escape(StringBuilder xml, char c) {
        switch (c) {
            case '<' -> xml.append("&lt;");
            case '&' -> xml.append("&amp;");
            case '>' -> xml.append("&gt;");
            case '\r' -> xml.append("&#xd;");
            default -> {
                if (isControl(c)) {
                    xml.append("&#x").append(Integer.toHexString(c)).append(';');
                } else {
                    xml.append(isAllowed(c) ? c : REPLACEMENT);
                }
            }
        }
    }

    /** Of those above ASCII's letters, which XML can hold but its readers may not show. */
    private static boolean isControl(char c) {
        return c >= 0x7F && c <= 0x9F;
    }

    private static boolean isAllowed(char c) {
        if (c < 0x20) {
            return c == '\t' || c == '\n';
        }
        return !Character.isSurrogate(c) && c != 0xFFFE && c != 0xFFFF;
    }
}
