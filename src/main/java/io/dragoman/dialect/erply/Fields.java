package io.dragoman.dialect.erply;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object on the wire: its fields in the order they are sent, with texts, numbers, booleans, lists, {@link Keyed}
 * arrays, other objects or null as values.
 */
final class Fields {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    static Fields of(String name, @Nullable Object value) {
        return new Fields().with(name, value);
    }

    /** Adds a field at the end, or gives one there is another value. */
    Fields with(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    Fields with(Fields others) {
        values.putAll(others.values);
        return this;
    }

    @JsonValue
    Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
