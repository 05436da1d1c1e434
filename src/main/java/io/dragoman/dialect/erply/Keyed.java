package io.dragoman.dialect.erply;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A PHP array with keys: an object in JSON but {@code []} when it is empty, items with a {@code key} in XML. */
final class Keyed {

    private final Map<String, Fields> items = new LinkedHashMap<>();

    Keyed with(String key, Fields item) {
        items.put(key, item);
        return this;
    }

    Map<String, Fields> items() {
        return Collections.unmodifiableMap(items);
    }

    @JsonValue
    Object json() {
        return items.isEmpty() ? List.of() : items();
    }
}
