package io.dragoman.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the lines that were not done, as they were; nowhere where no file is named. */
final class Rejects implements AutoCloseable {

    private final OutputStream out;

    private Rejects(OutputStream out) {
        this.out = out;
    }

    static Rejects to(@Nullable Path file) throws IOException {
        return new Rejects(
                file == null ? OutputStream.nullOutputStream() : new BufferedOutputStream(Files.newOutputStream(file)));
    }

    /** Keeps lines of a portion, by their places in it from 0, ascending. */
    void keep(byte[] portion, List<Long> places) throws IOException {
        int begin = 0;
        long place = 0;
        for (long wanted : places) {
            for (; place < wanted; place++) {
                begin = end(portion, begin);
            }
            int end = end(portion, begin);
            out.write(portion, begin, end - begin);
            if (portion[end - 1] != '\n') {
                out.write('\n');
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static int end(byte[] bytes, int begin) {
        int end = begin;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, bytes.length);
    }
}
