package io.dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Shows how far a command is: a bar on a terminal, else a line now and then. */
final class Progress {

    private static final int WIDTH = 30;
    private static final long PAUSE_NANOS = 5_000_000_000L;
    private static final double NANOS = 1e9;

    private final long total;
    private final PrintWriter out;
    private final boolean terminal = isTerminal();
    private final long begin = System.nanoTime();
    private long told = begin;
    private long bytes;
    private long lines;

    /**
     * @param total bytes there are, 0 where that is not known
     */
    Progress(long total, PrintWriter out) {
        this.total = total;
        this.out = out;
    }

    /** Whether somebody watches: Java's own console is there or not by another rule in each release. */
    private static boolean isTerminal() {
        try {
            Path shown = Files.readSymbolicLink(Path.of("/proc/self/fd/2"));
            return shown.startsWith("/dev/pts") || shown.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false; // another system than Linux
        }
    }

    /** More of the file has been answered for, and all lines that have are counted. */
    void add(long moreBytes, Counts counts) {
        bytes += moreBytes;
        lines = counts.all();
        long now = System.nanoTime();
        if (terminal) {
            out.print("\r" + bar() + text(now, counts));
            out.flush();
        } else if (now - told >= PAUSE_NANOS) {
            told = now;
            out.println(text(now, counts).strip());
        }
    }

    /** A line of its own, beside what is shown. */
    void tell(String line) {
        out.println(terminal ? "\r" + line : line);
    }

    void end() {
        if (terminal && lines > 0) {
            out.println();
        }
        out.flush();
    }

    private String bar() {
        if (total == 0) {
            return "";
        }
        int full = (int) Math.min(WIDTH, WIDTH * bytes / total);
        return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] ";
    }

    private String text(long now, Counts counts) {
        String share = total == 0 ? "" : String.format(Locale.ROOT, "%3d%% ", Math.min(100, 100 * bytes / total));
        return String.format(
                Locale.ROOT,
                "%s%,d lines, %,.0f a second, %,d not done",
                share,
                lines,
                lines / ((now - begin) / NANOS),
                counts.failed());
    }
}
