package io.dragoman.observe;

import java.util.Locale;

/** How metrics write values of closed sets. */
final class Labels {

    private Labels() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
