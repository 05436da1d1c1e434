package io.dragoman.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the unpacked PostgreSQL programs, as whoever may run them. */
record Tools(Path binaries, Path home, List<String> prefix) {

    Path program(String name) {
        return binaries.resolve("bin").resolve(name);
    }

    /** Waits for the program's end; its output becomes the message if it fails. */
    void run(String input, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(program(program).toString());
        command.addAll(arguments);
        run(process(command), input);
    }

    ProcessBuilder process(List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).directory(home.toFile());
        // The caller's PGDATA, PGPORT and the like are meant for another server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    static void run(ProcessBuilder builder, String input) throws IOException {
        Process process = builder.redirectErrorStream(true).start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        int code = exitCode(process);
        if (code != 0) {
            throw new IOException(output.isEmpty() ? builder.command() + " ended with " + code : output);
        }
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a program of PostgreSQL ran", e);
        }
    }
}
