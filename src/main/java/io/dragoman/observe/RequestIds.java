package io.dragoman.observe;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The ids that requests are found again by: the caller's own, where it is harmless, or a new one. */
public final class RequestIds {

    /** The header that carries it, both ways. */
    public static final String HEADER = "X-Request-Id";

    /** What logs call it. */
    public static final String FIELD = "requestId";

    private static final int LONGEST = 128;
    private static final int LENGTH = 24;
    private static final String MARKS = "-_.:/+=~";
    private static final byte[] DIGITS = "0123456789abcdefghijklmnopqrstuv".getBytes(StandardCharsets.ISO_8859_1);

    private RequestIds() {}

    /** The id of a request that came with one, or with none. */
    public static String of(@Nullable String sent) {
        return sent != null && isHarmless(sent) ? sent : next();
    }

    /** Letters, digits and some marks; no {@code @}, as addresses of people are not to be logged. */
    private static boolean isHarmless(String sent) {
        if (sent.isEmpty() || sent.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < sent.length(); i++) {
            if (!isHarmless(sent.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmless(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
    }

    /** 120 random bits; nobody is let in for knowing one, so they need not be unguessable. */
    private static String next() {
        byte[] id = new byte[LENGTH];
        ThreadLocalRandom random = ThreadLocalRandom.current();
        fill(id, 0, random.nextLong());
        fill(id, LENGTH / 2, random.nextLong());
        return new String(id, StandardCharsets.ISO_8859_1);
    }

    private static void fill(byte[] id, int from, long bits) {
        for (int i = 0; i < LENGTH / 2; i++) {
            id[from + i] = DIGITS[(int) (bits >>> (5 * i)) & 31];
        }
    }
}
