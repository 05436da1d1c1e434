package io.dragoman.directory.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key that a line gives, as it is kept.
 *
 * @param hash the key's keyed hash
 * @param hint its last characters
 * @param quota calls a window, null where it shares the system's
 */
public record LineKey(
        String system,
        String hash,
        String hint,
        @Nullable Integer quota,
        @Nullable Instant expires) {

    @Override
    public String toString() {
        return "LineKey[" + system + " …" + hint + "]";
    }
}
