package io.dragoman.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code people find}. */
@Command(
        name = "people",
        description = "Find people.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class PeopleCommands implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Which: find?");
    }

    @Command(
            description = "Find people for whom all of this holds, a line of JSON each.",
            mixinStandardHelpOptions = true)
    void find(
            @Mixin Connection connection,
            @Option(names = "--account", required = true, description = "The account.") String account,
            @Option(names = "--login", description = "The whole login.") @Nullable String login,
            @Option(names = "--email", description = "The whole e-mail address.") @Nullable String email,
            @Option(names = "--system", description = "A system he has a number in.") @Nullable String system,
            @Option(names = "--number", description = "And the number.") @Nullable String number) {
        String path = "/accounts/" + Api.segment(account) + "/people?limit=200" + filter("login", login)
                + filter("email", email) + filter("system", system) + filter("number", number);
        Pages.of(
                connection.api(),
                path,
                person -> Objects.requireNonNull(spec).commandLine().getOut().println(person));
    }

    private static String filter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + Api.segment(value);
    }
}
