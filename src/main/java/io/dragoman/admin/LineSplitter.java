package io.dragoman.admin;

import java.util.Arrays;

/** Cuts bytes into lines as they come, and keeps no more of a line than it may be long. */
final class LineSplitter {

    private static final int FIRST_SIZE = 1024;

    private final int longest;
    private final Receiver receiver;
    private byte[] begun = new byte[FIRST_SIZE];
    private int length;
    private long line;
    private boolean tooLong;

    /** Takes whole lines, without what ends them; the bytes are good until it returns. */
    interface Receiver {

        void line(long line, byte[] bytes, int offset, int length);

        void tooLong(long line);
    }

    /**
     * @param first the number of the first line
     */
    LineSplitter(int longest, long first, Receiver receiver) {
        this.longest = longest;
        this.receiver = receiver;
        this.line = first;
    }

    void feed(byte[] bytes) {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                end(bytes, start, i);
                start = i + 1;
            }
        }
        keep(bytes, start, bytes.length);
    }

    /** The last line may lack its end. */
    void finish() {
        if (length > 0 || tooLong) {
            end(begun, 0, 0);
        }
    }

    private void end(byte[] bytes, int from, int to) {
        if (length == 0 && !tooLong && to - from <= longest) {
            hand(bytes, from, to);
        } else {
            keep(bytes, from, to);
            if (tooLong) {
                receiver.tooLong(line);
            } else {
                hand(begun, 0, length);
            }
        }
        length = 0;
        tooLong = false;
        line++;
    }

    /** Lines of nothing are counted and left out. */
    private void hand(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && isBlank(bytes[end - 1])) {
            end--;
        }
        if (end > from) {
            receiver.line(line, bytes, from, end - from);
        }
    }

    private void keep(byte[] bytes, int from, int to) {
        int more = to - from;
        if (tooLong || length + more > longest) {
            tooLong = true;
            return;
        }
        if (length + more > begun.length) {
            begun = Arrays.copyOf(begun, Math.max(length + more, Math.min(longest, begun.length * 2)));
        }
        System.arraycopy(bytes, from, begun, length, more);
        length += more;
    }

    private static boolean isBlank(byte sign) {
        return sign == '\r' || sign == ' ' || sign == '\t';
    }
}
