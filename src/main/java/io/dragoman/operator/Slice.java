package io.dragoman.operator;

import java.util.List;
import java.util.function.Function;

/** A part of a list in the order of its keys, and whether there is more after it. */
public record Slice<T>(List<T> items, boolean more) {

    public Slice {
        items = List.copyOf(items);
    }

    /** Of rows that were asked for with one more than wanted. */
    public static <T> Slice<T> of(List<T> rows, int wanted) {
        return rows.size() > wanted ? new Slice<>(rows.subList(0, wanted), true) : new Slice<>(rows, false);
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> mapping) {
        return new Slice<>(items.stream().<R>map(mapping).toList(), more);
    }
}
