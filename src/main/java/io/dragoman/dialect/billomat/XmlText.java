package io.dragoman.dialect.billomat;

/** Texts that an XML 1.0 document can hold. */
final class XmlText {

    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    /** A text with each character that XML cannot hold, not even escaped, replaced by U+FFFD. */
    static String of(String text) {
        if (text.codePoints().allMatch(XmlText::isAllowed)) {
            return text;
        }
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().map(c -> isAllowed(c) ? c : REPLACEMENT).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static boolean isAllowed(int c) {
        if (c < 0x20) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
