package io.dragoman.admin;

import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a list goes on: opaque to callers, good for the list it was given out by alone. */
final class Cursor {

    private static final int LONGEST = 100;

    private Cursor() {}

    static String of(String list, Object key) {
        String text = list + ":" + key.toString().toLowerCase(Locale.ROOT);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable UUID uuid(String list, @Nullable String cursor) {
        return read(list, cursor, UUID::fromString);
    }

    static @Nullable Long number(String list, @Nullable String cursor) {
        return read(list, cursor, Long::valueOf);
    }

    static @Nullable Integer integer(String list, @Nullable String cursor) {
        return read(list, cursor, Integer::valueOf);
    }

    /** The key in a cursor, null where there is none. Throws INVALID for what this list has not given out. */
    private static <K> @Nullable K read(String list, @Nullable String cursor, Function<String, K> reading) {
        if (cursor == null) {
            return null;
        }
        try {
            String prefix = list + ":";
            String text = cursor.length() > LONGEST
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            K key = text.startsWith(prefix) ? reading.apply(text.substring(prefix.length())) : null;
            if (key != null && of(list, key).equals(cursor)) {
                return key;
            }
        } catch (IllegalArgumentException notOurs) {
            throw unknown();
        }
        throw unknown();
    }

    private static FacadeException unknown() {
        return Failure.ofField(Kind.INVALID, "?cursor", "not a cursor of this list")
                .toException();
    }
}
