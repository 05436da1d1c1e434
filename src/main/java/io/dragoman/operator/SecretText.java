package io.dragoman.operator;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.security.SecureRandom;

/** Texts that clients prove themselves with: random ones, and those they bring along. */
final class SecretText {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 40;
    private static final int LONGEST = 256;
    private static final int HINT = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretText() {}

    /** One of 200 bits, in characters that no client has trouble with. */
    static String random() {
        StringBuilder text = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(at -> text.append(ALPHABET.charAt(at)));
        return text.toString();
    }

    /** Throws INVALID for what no client can have sent. */
    static String checked(String text) {
        boolean printable = text.codePoints().noneMatch(Character::isISOControl);
        if (text.isEmpty()
                || text.length() > LONGEST
                || !printable
                || !text.strip().equals(text)) {
            throw Failure.ofField(Kind.INVALID, "secret", "not 1 to " + LONGEST + " printable characters")
                    .toException();
        }
        return text;
    }

    /** The last characters of a text, so few that they do not give it away. */
    static String hint(String text) {
        int shown = Math.min(HINT, text.length() / 4);
        return text.substring(text.length() - shown);
    }
}
