package io.dragoman.cache;

/**
 * A value as it was read.
 *
 * @param moment of {@link Epochs}, when the reading began
 * @param read when that was by {@link System#nanoTime}
 * @param weight estimate of the bytes it takes, its key's included
 */
record Entry<V>(V value, long moment, long read, Dependence dependence, int weight) {

    /** When it is known to have been good last: changes of what was read before a gap may have been missed. */
    long knownGood(Epochs epochs, Hearing hearing) {
        return epochs.isBeforeGap(moment) ? read : hearing.knownGood(read);
    }

    boolean isUnchanged(Epochs epochs) {
        return dependence.isUnchanged(epochs, moment);
    }

    boolean isUnsuspected(Epochs epochs) {
        return dependence.isUnsuspected(epochs, moment);
    }
}
