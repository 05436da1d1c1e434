package io.dragoman.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import FILE}: sends a file of lines in portions, and says which were not done. */
@Command(
        name = "import",
        description =
                "Take people in: a file with a line of JSON for each. May be repeated; then nothing is done twice.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private Connection connection = new Connection();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file, or - for the standard input.")
    private String file = "-";

    @Option(names = "--account", required = true, description = "The account the people belong to.")
    private String account = "";

    @Option(
            names = "--mode",
            defaultValue = "upsert",
            description = "upsert, insert, or validate, which does nothing (default: ${DEFAULT-VALUE}).")
    private String mode = "";

    @Option(
            names = "--match",
            defaultValue = "numbers",
            description = "What tells that somebody is there already, parted by commas: numbers, the name of a system,"
                    + " email, login (default: ${DEFAULT-VALUE}).")
    private String match = "";

    @Option(
            names = "--assign",
            defaultValue = "",
            description = "Systems in which whoever lacks a number gets the next one, and employee, parted by commas.")
    private String assign = "";

    @Option(names = "--rejects", description = "Where the lines go that were not done, to be corrected.")
    private @Nullable Path rejects;

    @Override
    public Integer call() {
        try (InputStream lines = open();
                Rejects refused = Rejects.to(rejects);
                Uplink uplink = connection.uplink(path())) {
            Progress progress = new Progress(
                    size(), Objects.requireNonNull(spec).commandLine().getErr());
            Sending sending = new Sending(uplink, progress, refused);
            sending.send(new Portions(lines));
            progress.end();
            spec.commandLine().getOut().println(sending.counts());
            return sending.counts().failed() == 0 ? 0 : CommandLine.REFUSED;
        } catch (IOException e) {
            throw new CommandException(
                    CommandLine.OUT_OF_REACH,
                    "The import broke off: " + Api.reason(e)
                            + ". What was told is kept; the same import may be repeated.");
        }
    }

    private String path() {
        return "/accounts/" + Api.segment(account) + "/people:import?report=progress&mode=" + Api.segment(mode)
                + "&match=" + Api.segment(match) + "&assign=" + Api.segment(assign);
    }

    private InputStream open() throws IOException {
        if (file.equals("-")) {
            return System.in;
        }
        if (!Files.isReadable(Path.of(file))) {
            throw new CommandException(CommandLine.NOT_UNDERSTOOD, "Cannot read " + file);
        }
        return new BufferedInputStream(Files.newInputStream(Path.of(file)));
    }

    private long size() throws IOException {
        return file.equals("-") ? 0 : Files.size(Path.of(file));
    }
}
