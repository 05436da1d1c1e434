package io.dragoman.directory;

import java.util.List;

/** Which warehouses a person may work in: those listed, or all of the account's. */
public record Warehouses(boolean restricted, List<Integer> numbers) {

    public static final Warehouses ALL = new Warehouses(false, List.of());

    public Warehouses {
        numbers = List.copyOf(numbers);
    }

    public static Warehouses only(List<Integer> numbers) {
        return new Warehouses(true, numbers);
    }
}
