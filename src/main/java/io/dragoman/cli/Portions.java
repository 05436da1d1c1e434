package io.dragoman.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines in portions, a connection's buffer in size. */
final class Portions {

    private static final int BYTES = 64 * 1024;
    private static final int LONGEST = 16 * 1024 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BYTES];
    private int position;
    private int limit;
    private long nextLine = 1;

    Portions(InputStream in) {
        this.in = in;
    }

    /** The next portion, null at the end; a line is never cut. */
    @Nullable
    Portion next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int lines = 0;
        boolean begun = false;
        while ((begun || bytes.size() < BYTES) && (position < limit || fill())) {
            int end = endOfLine();
            begun = buffer[end - 1] != '\n';
            bytes.write(buffer, position, end - position);
            position = end;
            lines += begun ? 0 : 1;
            if (begun && bytes.size() > LONGEST) {
                throw new CommandException(
                        CommandLine.NOT_UNDERSTOOD, "Line " + (nextLine + lines) + " has no end: not a file of lines");
            }
        }
        if (bytes.size() == 0) {
            return null;
        }
        Portion portion = new Portion(nextLine, begun ? lines + 1 : lines, bytes.toByteArray());
        nextLine += portion.lines();
        return portion;
    }

    private int endOfLine() {
        for (int i = position; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
        }
        return limit;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }
}
