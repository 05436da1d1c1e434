package io.dragoman.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's place at work.
 *
 * @param employeeNumber the account's own number of staff, null for those who are none
 * @param maxDiscount the largest sales discount allowed, in percent
 * @param warehouses the numbers of the warehouses the person may work in, ascending; what a person without a list of
 *     his own may work in are all of the account's
 * @param warehousesRestricted whether the person has a list of his own
 */
public record Position(
        Company company,
        @Nullable Long packingStation,
        @Nullable Long employeeNumber,
        int maxDiscount,
        List<Integer> warehouses,
        boolean warehousesRestricted) {

    public Position {
        warehouses = List.copyOf(warehouses);
    }
}
