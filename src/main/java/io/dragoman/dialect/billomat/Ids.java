package io.dragoman.dialect.billomat;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.util.regex.Pattern;

/** Numbers in paths and documents. */
final class Ids {

    /** Digits that fit a long. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private Ids() {}

    /** The number a text is. Throws NOT_FOUND where it is none, as there is nothing of that name. */
    static long of(String text) {
        if (!isNumber(text)) {
            throw Failure.of(Kind.NOT_FOUND).toException();
        }
        return Long.parseLong(text);
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
