package io.dragoman.dialect.erply;

import io.dragoman.edge.Params;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call, as PHP gathers them: the last of a name, the body's before the query's, {@code a[]} and
 * {@code a[x]} an array named {@code a}.
 *
 * <p>Sent empty is as good as not sent, unless a call asks. Never shown.
 */
final class ErplyParams {

    static final ErplyParams NONE = new ErplyParams(Map.of());

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final int LONGEST_INTEGER = 18;

    /** By name; null for an array, whose items no call reads. */
    private final Map<String, @Nullable String> values;

    private ErplyParams(Map<String, @Nullable String> values) {
        this.values = values;
    }

    static ErplyParams of(Params query, Params body) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        query.and(body).all().forEach(param -> put(values, param.name(), param.value()));
        return new ErplyParams(values);
    }

    /** Parameters that are no form's: null stands for an array. */
    static ErplyParams ofValues(Map<String, @Nullable String> values) {
        return new ErplyParams(values);
    }

    private static void put(Map<String, @Nullable String> values, String name, String value) {
        int bracket = name.indexOf('[');
        if (bracket > 0 && name.indexOf(']', bracket) > 0) {
            values.put(name.substring(0, bracket), null);
        } else {
            values.put(name, value);
        }
    }

    /** Whether the parameter was sent, empty or as an array too. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean isArray(String name) {
        return has(name) && values.get(name) == null;
    }

    /** The text of a parameter, empty where it is missing or an array. */
    String text(String name) {
        String value = values.get(name);
        return value == null ? "" : value;
    }

    /** The text of a parameter that must be one, empty where it is missing (1030). */
    String scalar(String name) {
        if (isArray(name)) {
            throw Refusal.of(ErplyCode.IS_ARRAY, name);
        }
        return text(name);
    }

    /** The text of a parameter that must be sent (1030, 1010). */
    String required(String name) {
        String value = scalar(name);
        if (value.isBlank()) {
            throw Refusal.of(ErplyCode.MISSING, name);
        }
        return value;
    }

    /** An integer, null where none is sent (1030, 1016); one beyond any id is -1, which is nobody's. */
    @Nullable
    Long integer(String name) {
        String value = scalar(name).trim();
        if (value.isEmpty()) {
            return null;
        }
        if (!INTEGER.matcher(value).matches()) {
            throw Refusal.of(ErplyCode.INVALID, name);
        }
        return value.length() > LONGEST_INTEGER ? Long.valueOf(-1) : Long.valueOf(value);
    }

    /** 0 or 1 (1030, 1016), null where nothing is sent. */
    @Nullable
    Boolean flag(String name) {
        String value = scalar(name).trim();
        return switch (value) {
            case "" -> null;
            case "0" -> false;
            case "1" -> true;
            default -> throw Refusal.of(ErplyCode.INVALID, name);
        };
    }

    boolean isOn(String name) {
        return Boolean.TRUE.equals(flag(name));
    }

    /** A number above 0, or the default for whatever is not (erply.md 4.2), in an int's range. */
    int positive(String name, int otherwise) {
        String value = scalar(name).trim();
        if (!INTEGER.matcher(value).matches()) {
            return otherwise;
        }
        long number = value.length() > LONGEST_INTEGER ? saturated(value) : Long.parseLong(value);
        return number <= 0 ? otherwise : (int) Math.min(Integer.MAX_VALUE, number);
    }

    private static long saturated(String value) {
        return value.startsWith("-") ? -1 : Long.MAX_VALUE;
    }

    /** All parameters but some in one text, in the order of their names; others are another text. */
    String text(Set<String> without) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(values).forEach((name, value) -> {
            if (!without.contains(name)) {
                text.append(name.length()).append(':').append(name);
                text.append(value == null ? "[]" : value.length() + "=" + value);
            }
        });
        return text.toString();
    }

    /** How many were sent of names that are in neither set. */
    int beside(Set<String> some, Set<String> others) {
        int beside = 0;
        for (String name : values.keySet()) {
            if (!some.contains(name) && !others.contains(name)) {
                beside++;
            }
        }
        return beside;
    }

    /** Throws what is wrong with the parameters as a whole: too many, too long, or with characters none may have. */
    void check(int most, int longest, int longestBulk) {
        if (values.size() > most) {
            throw Refusal.of(ErplyCode.MALFORMED);
        }
        values.forEach((name, value) -> check(name, value, name.equals("requests") ? longestBulk : longest));
    }

    private static void check(String name, @Nullable String value, int longest) {
        if (name.length() > 256 || name.indexOf('\0') >= 0) {
            throw Refusal.of(ErplyCode.MALFORMED);
        }
        if (value != null && value.indexOf('\0') >= 0) {
            throw Refusal.of(ErplyCode.MALFORMED, name);
        }
        if (value != null && value.length() > longest) {
            throw Refusal.of(ErplyCode.INVALID, name);
        }
    }
}
