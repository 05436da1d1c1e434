package io.dragoman.directory.bulk;

/**
 * Whether the next lines of an import are expected to be of new people all, so that nobody need be asked for whom they
 * mean. Expected after lines that were; each time that proves wrong, only after twice as many of them.
 */
final class Strangers {

    private static final int MOST = 1 << 10;

    private int needed = 1;
    private int seen;

    boolean areExpected() {
        return seen >= needed;
    }

    /**
     * Lines were looked at.
     *
     * @param all whether they mean nobody who is there
     */
    void found(boolean all) {
        seen = all ? seen + 1 : 0;
    }

    /** Lines that were expected to be of new people are not, or not all. */
    void wereNot() {
        seen = 0;
        needed = Math.min(2 * needed, MOST);
    }
}
