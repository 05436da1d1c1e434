package io.dragoman.directory;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Compares texts without regard to case, by Unicode's simple folding: {@code ü} equals {@code Ü}, not {@code u}.
 *
 * <p>The folded form is kept beside each text, so that finding it does not depend on the database's locale.
 */
public final class CaseFolding {

    private CaseFolding() {}

    /** The form in which equal texts are equal: composed, each code point folded by itself. */
    public static String fold(String text) {
        return isAscii(text) ? text.toLowerCase(Locale.ROOT) : foldAny(text);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static String foldAny(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        composed.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
