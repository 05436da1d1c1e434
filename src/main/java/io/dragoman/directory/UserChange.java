package io.dragoman.directory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The attributes to write of one person, and those to take from him; what is not in it stays as it is, or takes its
 * default in a new person.
 */
public final class UserChange {

    public static final UserChange NONE = new UserChange(Map.of(), Set.of(), null);

    private final Map<Attribute<?>, Object> values;
    private final Set<Attribute<?>> cleared;
    private final @Nullable Long expected;

    private UserChange(Map<Attribute<?>, Object> values, Set<Attribute<?>> cleared, @Nullable Long expected) {
        this.values = values;
        this.cleared = cleared;
        this.expected = expected;
    }

    /** The same, and this attribute; null leaves it out. */
    public <T> UserChange with(Attribute<T> attribute, @Nullable T value) {
        if (value == null) {
            return this;
        }
        Map<Attribute<?>, Object> more = new LinkedHashMap<>(values);
        more.put(attribute, attribute.type().cast(value));
        return new UserChange(Collections.unmodifiableMap(more), cleared, expected);
    }

    /** The same without an attribute. */
    public UserChange without(Attribute<?> attribute) {
        Map<Attribute<?>, Object> fewer = new LinkedHashMap<>(values);
        fewer.remove(attribute);
        return new UserChange(Collections.unmodifiableMap(fewer), cleared, expected);
    }

    /** The same, and what the person has of this attribute is taken from him; for attributes that he can be without. */
    public UserChange clearing(Attribute<?> attribute) {
        Set<Attribute<?>> more = new LinkedHashSet<>(cleared);
        more.add(attribute);
        return new UserChange(values, Collections.unmodifiableSet(more), expected);
    }

    /** The same, which is to fail with STALE unless the person is still of this version. */
    public UserChange expecting(long version) {
        return new UserChange(values, cleared, version);
    }

    public <T> Optional<T> get(Attribute<T> attribute) {
        return Optional.ofNullable(values.get(attribute)).map(attribute.type()::cast);
    }

    public <T> void ifSet(Attribute<T> attribute, Consumer<? super T> action) {
        get(attribute).ifPresent(action);
    }

    public void ifCleared(Attribute<?> attribute, Runnable action) {
        if (cleared.contains(attribute)) {
            action.run();
        }
    }

    /** The attributes that have values here. */
    public Set<Attribute<?>> attributes() {
        return values.keySet();
    }

    public Set<Attribute<?>> cleared() {
        return cleared;
    }

    /** Whether an attribute is written or taken away. */
    public boolean names(Attribute<?> attribute) {
        return values.containsKey(attribute) || cleared.contains(attribute);
    }

    /** The version the person must be of, null where any will do. */
    public @Nullable Long expected() {
        return expected;
    }

    public boolean isEmpty() {
        return values.isEmpty() && cleared.isEmpty();
    }
}
