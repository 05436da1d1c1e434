package io.dragoman.directory;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param offset where it really begins: clamping may have moved it
 * @param total rows of the whole list
 */
public record Page<T>(List<T> items, long offset, long total) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), offset, total);
    }
}
