package io.dragoman.directory;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A creation that its caller may ask for again, and what he is told then.
 *
 * @param key what he knows it by, null where he never asks again
 * @param receipt what is kept of the thing made, written together with it
 */
public record Once<T>(@Nullable RequestKey key, Function<T, String> receipt) {

    /** Characters of a receipt; more is a fault, as it would not be kept. */
    private static final int LONGEST = 65_536;

    /** A creation that is not remembered. */
    public static <T> Once<T> unnamed() {
        return new Once<>(null, made -> "");
    }

    public String receiptFor(T made) {
        String text = receipt.apply(made);
        if (text.length() > LONGEST) {
            throw new IllegalStateException("a receipt of " + text.length() + " characters");
        }
        return text;
    }
}
