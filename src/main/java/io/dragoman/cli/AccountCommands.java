package io.dragoman.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code accounts create} and {@code accounts list}. */
@Command(
        name = "accounts",
        description = "Make and list accounts.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AccountCommands implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Which: create or list?");
    }

    @Command(description = "Make an account.", mixinStandardHelpOptions = true)
    void create(
            @Mixin Connection connection,
            @Parameters(paramLabel = "NAME", description = "What operators call it.") String name,
            @Option(names = "--time-zone", description = "Zone times are told in.", defaultValue = "UTC")
                    String timeZone,
            @Option(
                            names = "--name",
                            paramLabel = "SYSTEM=NAME",
                            description = "What a system calls it; may be repeated.")
                    List<String> names) {
        ObjectNode account =
                JsonNodeFactory.instance.objectNode().put("name", name).put("timeZone", timeZone);
        ObjectNode bySystem = account.putObject("names");
        for (String each : names == null ? List.<String>of() : names) {
            String[] parts = each.split("=", 2);
            if (parts.length != 2) {
                throw new CommandException(CommandLine.NOT_UNDERSTOOD, "Not SYSTEM=NAME: " + each);
            }
            bySystem.withArray("/" + parts[0]).add(parts[1]);
        }
        print(connection.api().post("/accounts", account).path("name"));
    }

    @Command(description = "List accounts, a line of JSON each.", mixinStandardHelpOptions = true)
    void list(@Mixin Connection connection) {
        Pages.of(connection.api(), "/accounts", this::print);
    }

    private void print(JsonNode node) {
        Objects.requireNonNull(spec).commandLine().getOut().println(node.isTextual() ? node.asText() : node.toString());
    }
}
