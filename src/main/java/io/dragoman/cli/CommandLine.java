package io.dragoman.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** All commands, and what a process ends with: 0 done, 1 refused, 2 not understood, 3 out of reach. */
@Command(
        name = "dragoman",
        description = "Without a command the facade starts. Commands speak to a running one.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLine.Version.class,
        subcommands = {
            ImportCommand.class,
            ExportCommand.class,
            AccountCommands.class,
            PeopleCommands.class,
            KeyCommands.class,
            CommandLine.Migrate.class,
            HelpCommand.class
        })
public final class CommandLine {

    static final int REFUSED = 1;
    static final int NOT_UNDERSTOOD = 2;
    static final int OUT_OF_REACH = 3;

    private CommandLine() {}

    /** Runs a command and gives what the process should end with. */
    public static int run(String... args) {
        picocli.CommandLine line = new picocli.CommandLine(new CommandLine());
        line.setExecutionExceptionHandler((thrown, command, parsed) -> told(thrown, command.getErr()));
        return line.execute(args);
    }

    private static int told(Exception thrown, PrintWriter err) {
        if (thrown instanceof CommandException known) {
            err.println(known.getMessage());
            return known.exitCode();
        }
        err.println("Failed: " + thrown);
        return OUT_OF_REACH;
    }

    /** Listed here for its help; {@code Main} runs it, as it alone needs the application. */
    @Command(name = "migrate", description = "Bring the configured database's schema up to date and end.")
    static final class Migrate implements Runnable {

        @Override
        public void run() {
            throw new CommandException(NOT_UNDERSTOOD, "migrate takes no arguments; it is configured as the facade is");
        }
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = CommandLine.class.getPackage().getImplementationVersion();
            return new String[] {"dragoman " + (version == null ? "(from classes)" : version)};
        }
    }
}
