package io.dragoman.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The lines that were sent and not yet answered for: no more than connection and facade hold. Two threads use it, who sends
 * and who is told.
 */
final class Window {

    private final Deque<Portion> open = new ArrayDeque<>();
    private int size;
    private long answered;

    synchronized void add(Portion portion) {
        open.add(portion);
        size += portion.bytes().length;
    }

    /** What has to be sent again after a break. */
    synchronized List<Portion> open() {
        return List.copyOf(open);
    }

    /** The last line that was answered for. */
    synchronized long answered() {
        return answered;
    }

    /** A line that is open, without what ends it. */
    synchronized byte[] line(long number) {
        for (Portion portion : open) {
            if (number <= portion.last()) {
                return portion.from(number).firstLine();
            }
        }
        return new byte[0];
    }

    /** All lines up to one are answered for; gives how many bytes they were. */
    synchronized int answer(long line) {
        int before = size;
        while (!open.isEmpty() && open.getFirst().last() <= line) {
            size -= open.removeFirst().bytes().length;
        }
        if (!open.isEmpty() && open.getFirst().first() <= line) {
            Portion begun = open.removeFirst();
            Portion rest = begun.from(line + 1);
            open.addFirst(rest);
            size -= begun.bytes().length - rest.bytes().length;
        }
        answered = line;
        return before - size;
    }
}
