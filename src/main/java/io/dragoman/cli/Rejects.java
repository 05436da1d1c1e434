package io.dragoman.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

    void keep(byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
