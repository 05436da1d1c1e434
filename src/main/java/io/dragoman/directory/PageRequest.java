package io.dragoman.directory;

/**
 * Which part of a list is wanted.
 *
 * @param offset rows to leave out, not negative
 * @param limit rows at most, not negative
 * @param clamped past the end, give the last page instead of none
 */
public record PageRequest(long offset, int limit, boolean clamped) {

    public PageRequest {
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
    }

    public static PageRequest at(long offset, int limit) {
        return new PageRequest(offset, limit, false);
    }

    /** Page {@code number}, counted from 1; saturates where the product leaves the range. */
    public static PageRequest page(long number, int size) {
        long before = Math.max(0, number - 1);
        return new PageRequest(
                before > Long.MAX_VALUE / Math.max(1, size) ? Long.MAX_VALUE : before * size, size, false);
    }

    public PageRequest clampedToLast() {
        return new PageRequest(offset, limit, true);
    }

    /** The offset to read at when {@code total} rows match: this one, or that of the last page where clamped. */
    public long offsetWithin(long total) {
        if (!clamped || offset < total || limit == 0) {
            return offset;
        }
        return total == 0 ? 0 : (total - 1) / limit * limit;
    }
}
