package io.dragoman.dialect.cscart;

import io.dragoman.edge.Params;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values by name, in order, as PHP reads them from {@code a=1&b[]=2&c[d]=3}: each a text or an array of its own.
 *
 * <p>Filled by whoever makes it, then only read.
 */
final class PhpArray {

    /** Levels past this one are left out, as PHP does. */
    private static final int DEEPEST = 64;

    private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,8}");

    private final Map<String, Object> values = new LinkedHashMap<>();
    private int sent;

    static PhpArray of(Params params) {
        PhpArray array = new PhpArray();
        params.all().forEach(param -> array.register(param.name(), param.value()));
        return array;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Notes how many values were sent, those that are left out as nulls among them. */
    void sent(int number) {
        sent = number;
    }

    /** Whether nothing was sent, not even a null. */
    boolean isNothing() {
        return values.isEmpty() && sent == 0;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text, null where there is none or an array. */
    @Nullable
    String text(String name) {
        return values.get(name) instanceof String text ? text : null;
    }

    /** A text without the white space around it, empty where there is none or an array. */
    String trimmed(String name) {
        String text = text(name);
        return text == null ? "" : Php.trim(text);
    }

    /** The texts of an array, or the one text; none where there is neither. */
    List<String> texts(String name) {
        Object value = values.get(name);
        if (value instanceof PhpArray array) {
            return array.texts();
        }
        return value instanceof String text ? List.of(text) : List.of();
    }

    /** An array, null where there is none or a text. */
    @Nullable
    PhpArray array(String name) {
        return values.get(name) instanceof PhpArray array ? array : null;
    }

    /** Sets a value, at the place of a former one. */
    void put(String name, Object value) {
        values.put(name, value);
    }

    /** Sets all values of another. */
    void putAll(PhpArray others) {
        values.putAll(others.values);
    }

    /** Adds a value under the next index. */
    void append(Object value) {
        values.put(Integer.toString(nextIndex()), value);
    }

    void remove(String name) {
        values.remove(name);
    }

    /** As json_encode writes it: a list where the names are 0, 1, 2 …, else an object. */
    Object toJson() {
        return isList() ? new ArrayList<>(toJsonObject().values()) : toJsonObject();
    }

    Map<String, Object> toJsonObject() {
        Map<String, Object> object = new LinkedHashMap<>();
        values.forEach((name, value) -> object.put(name, value instanceof PhpArray array ? array.toJson() : value));
        return object;
    }

    private List<String> texts() {
        return values.values().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private boolean isList() {
        int index = 0;
        for (String name : values.keySet()) {
            if (!name.equals(Integer.toString(index++))) {
                return false;
            }
        }
        return true;
    }

    private int nextIndex() {
        return values.keySet().stream()
                        .filter(name -> INDEX.matcher(name).matches())
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(-1)
                + 1;
    }

    private void register(String name, String value) {
        String sent = name.stripLeading();
        int open = sent.indexOf('[');
        if (open > 0 && sent.indexOf(']', open) > 0) {
            nest(variable(sent.substring(0, open)), keys(sent, open), value);
        } else if (!sent.isEmpty()) {
            put(variable(sent), value);
        }
    }

    private void nest(String name, List<String> keys, String value) {
        if (keys.size() > DEEPEST) {
            return;
        }
        PhpArray holder = this;
        String key = name;
        for (String next : keys) {
            holder = holder.child(key);
            key = next.isEmpty() ? Integer.toString(holder.nextIndex()) : next;
        }
        holder.put(key, value);
    }

    private PhpArray child(String name) {
        PhpArray child = array(name);
        if (child == null) {
            child = new PhpArray();
            put(name, child);
        }
        return child;
    }

    /** What stands in brackets that follow each other. */
    private static List<String> keys(String name, int open) {
        List<String> keys = new ArrayList<>();
        int at = open;
        while (at < name.length() && name.charAt(at) == '[' && name.indexOf(']', at) > 0) {
            int close = name.indexOf(']', at);
            keys.add(name.substring(at + 1, close));
            at = close + 1;
        }
        return keys;
    }

    /** PHP's names hold none of these. */
    private static String variable(String name) {
        return name.replace(' ', '_').replace('.', '_').replace('[', '_');
    }
}
