package io.dragoman.directory;

import java.util.List;

/**
 * One comparison of a field.
 *
 * <p>Texts are compared without regard to case, by Unicode; accents count.
 */
public record Criterion(UserField field, Comparison comparison, List<Object> values) {

    /** How a field is compared with the values. */
    public enum Comparison {
        /** Equal to the one value. */
        IS,
        /** Equal to one of the values; none of them matches nothing. */
        IN,
        /** A text that holds the value, each of its characters meaning itself. */
        CONTAINS,
        /** A text that matches the value as a pattern: % any text, _ any character, \ takes the next one as it is. */
        LIKE,
        /** At least the value. */
        AT_LEAST
    }

    public Criterion {
        values = List.copyOf(values);
    }

    public static Criterion is(UserField field, Object value) {
        return new Criterion(field, Comparison.IS, List.of(value));
    }

    public static Criterion in(UserField field, List<?> values) {
        return new Criterion(field, Comparison.IN, List.copyOf(values));
    }

    public static Criterion contains(UserField field, String text) {
        return new Criterion(field, Comparison.CONTAINS, List.of(text));
    }

    public static Criterion like(UserField field, String pattern) {
        return new Criterion(field, Comparison.LIKE, List.of(pattern));
    }

    public static Criterion atLeast(UserField field, Object value) {
        return new Criterion(field, Comparison.AT_LEAST, List.of(value));
    }
}
