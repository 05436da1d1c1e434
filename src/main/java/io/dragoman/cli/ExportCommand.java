package io.dragoman.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: everybody of an account, as the lines an import takes. */
@Command(
        name = "export",
        description = "Hand everybody of an account out, a line of JSON each, without secrets.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Runnable {

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--account", required = true, description = "The account.")
    private String account = "";

    @Option(names = "--output", description = "A file, otherwise the standard output.")
    private @Nullable Path output;

    @Override
    public void run() {
        Api api = connection.api();
        try (InputStream lines = api.getLines("/accounts/" + Api.segment(account) + "/people:export")) {
            write(lines);
        } catch (IOException e) {
            throw new CommandException(CommandLine.OUT_OF_REACH, "The export broke off: " + Api.reason(e));
        }
    }

    private void write(InputStream lines) throws IOException {
        if (output == null) {
            lines.transferTo(System.out);
            if (System.out.checkError()) {
                throw new IOException("the output cannot be written");
            }
            return;
        }
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(output))) {
            lines.transferTo(file);
        }
    }
}
