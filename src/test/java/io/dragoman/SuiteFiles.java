package io.dragoman;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the facades of all tests leave behind for {@link CanaryIT}, beside their log. */
enum SuiteFiles {
    LOG("dragoman.log"),
    METRICS("metrics.txt"),
    TRACES("traces.bin"),
    /** The credentials they were shown, one a line. */
    SECRETS("secrets.txt");

    private final Path file;

    SuiteFiles(String name) {
        this.file = Path.of("target/test-log", name);
    }

    Path file() {
        return file;
    }

    /** Adds a text, byte for character. */
    void add(String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.ISO_8859_1, CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
