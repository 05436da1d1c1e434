package io.dragoman.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's place at work.
 *
 * @param company the company's number, 0 for none
 * @param warehouses his own list, null where he may work in all
 */
public record Work(
        long company,
        @Nullable Long packingStation,
        @Nullable Long employeeNumber,
        int maxDiscount,
        @Nullable List<Integer> warehouses) {

    public Work {
        warehouses = warehouses == null ? null : List.copyOf(warehouses);
    }
}
