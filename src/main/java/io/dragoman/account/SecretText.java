package io.dragoman.account;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.security.SecureRandom;

/** Texts that clients prove themselves with: random ones, and those they bring along. */
public final class SecretText {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 40;
    /** Characters of a secret at most. */
    public static final int LONGEST = 256;

    private static final int HINT = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretText() {}

    /** One of 200 bits, in characters that no client has trouble with. */
    public static String random() {
        StringBuilder text = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(at -> text.append(ALPHABET.charAt(at)));
        return text.toString();
    }

    /** Throws INVALID for what no client can have sent. */
    public static String checked(String text) {
        if (!isSecret(text)) {
            throw Failure.ofField(Kind.INVALID, "secret", "not 1 to " + LONGEST + " printable characters")
                    .toException();
        }
        return text;
    }

    /** Whether a client can have sent it. */
    public static boolean isSecret(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.codePoints().noneMatch(Character::isISOControl)
                && text.strip().equals(text);
    }

    /** The last characters of a text, so few that they do not give it away. */
    public static String hint(String text) {
        int shown = Math.min(HINT, text.length() / 4);
        return text.substring(text.length() - shown);
    }
}
