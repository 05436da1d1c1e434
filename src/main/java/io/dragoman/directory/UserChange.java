package io.dragoman.directory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The attributes to write of one person; what is not in it stays as it is, or takes its default in a new person. */
public final class UserChange {

    public static final UserChange NONE = new UserChange(Map.of());

    private final Map<Attribute<?>, Object> values;

    private UserChange(Map<Attribute<?>, Object> values) {
        this.values = values;
    }

    /** The same, and this attribute; null leaves it out. */
    public <T> UserChange with(Attribute<T> attribute, @Nullable T value) {
        if (value == null) {
            return this;
        }
        Map<Attribute<?>, Object> more = new LinkedHashMap<>(values);
        more.put(attribute, attribute.type().cast(value));
        return new UserChange(Collections.unmodifiableMap(more));
    }

    /** The same without an attribute. */
    public UserChange without(Attribute<?> attribute) {
        Map<Attribute<?>, Object> fewer = new LinkedHashMap<>(values);
        fewer.remove(attribute);
        return new UserChange(Collections.unmodifiableMap(fewer));
    }

    public <T> Optional<T> get(Attribute<T> attribute) {
        return Optional.ofNullable(values.get(attribute)).map(attribute.type()::cast);
    }

    public <T> void ifSet(Attribute<T> attribute, Consumer<? super T> action) {
        get(attribute).ifPresent(action);
    }

    public Set<Attribute<?>> attributes() {
        return values.keySet();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
