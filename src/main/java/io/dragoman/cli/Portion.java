package io.dragoman.cli;

import java.util.Arrays;

/**
 * Some lines of a file.
 *
 * @param first the number of the first one
 * @param lines how many there are
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Portion(long first, int lines, byte[] bytes) {

    /** The number of the last one. */
    long last() {
        return first + lines - 1;
    }

    /** The lines from one of them on. */
    Portion from(long number) {
        int begin = 0;
        for (long line = first; line < number; line++) {
            begin = Math.min(endOfLine(begin) + 1, bytes.length);
        }
        return new Portion(number, (int) (last() - number + 1), Arrays.copyOfRange(bytes, begin, bytes.length));
    }

    /** The first one, without what ends it. */
    byte[] firstLine() {
        return Arrays.copyOf(bytes, endOfLine(0));
    }

    private int endOfLine(int begin) {
        int end = begin;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }
}
