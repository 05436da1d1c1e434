package io.dragoman.embedded.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key as the files in {@code demo/} write it.
 *
 * @param text the key itself, which is public
 * @param login whom it belongs to
 */
record DemoKey(
        String text,
        String system,
        String login,
        @Nullable Integer quota,
        @Nullable Instant revoked) {

    private static final int HINT = 4;

    /** Its last characters. */
    String hint() {
        return text.substring(text.length() - HINT);
    }
}
