package io.dragoman;

import io.dragoman.cli.CommandLine;
import io.dragoman.cli.Migration;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the facade, or does what a command says. */
@QuarkusMain
public final class Main {

    private static final String MIGRATE = "migrate";

    private Main() {}

    /** Without a command the facade starts; {@code help} lists the commands. */
    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run();
        } else if (args[0].equals(MIGRATE) && args.length == 1) {
            Migration.run();
        } else {
            System.exit(CommandLine.run(args));
        }
    }
}
