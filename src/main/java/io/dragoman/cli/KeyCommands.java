package io.dragoman.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys create}, {@code keys list} and {@code keys revoke}. */
@Command(
        name = "keys",
        description = "Make, list and revoke API keys.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class KeyCommands implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Which: create, list or revoke?");
    }

    @Command(description = "Make a key and print it, once.", mixinStandardHelpOptions = true)
    void create(
            @Mixin Connection connection,
            @Option(names = "--account", required = true, description = "The account.") String account,
            @Option(names = "--login", required = true, description = "Whose it is.") String login,
            @Option(names = "--system", required = true, description = "The dialect it is used with.") String system,
            @Option(names = "--quota", description = "Calls a window for this key alone.") @Nullable Integer quota,
            @Option(names = "--expires", description = "When it ends (RFC 3339).") @Nullable String expires) {
        Api api = connection.api();
        String people = "/accounts/" + Api.segment(account) + "/people";
        ObjectNode key = JsonNodeFactory.instance.objectNode().put("system", system);
        if (quota != null) {
            key.put("quota", quota);
        }
        if (expires != null) {
            key.put("expires", expires);
        }
        JsonNode made = api.post(people + "/" + person(api, people, login) + "/keys", key);
        print(made.path("secret").asText());
    }

    @Command(
            description = "List keys, a line of JSON each, without the keys themselves.",
            mixinStandardHelpOptions = true)
    void list(
            @Mixin Connection connection,
            @Option(names = "--account", required = true, description = "The account.") String account) {
        Pages.of(connection.api(), "/accounts/" + Api.segment(account) + "/keys", key -> print(key.toString()));
    }

    @Command(description = "End a key at once.", mixinStandardHelpOptions = true)
    void revoke(
            @Mixin Connection connection,
            @Option(names = "--account", required = true, description = "The account.") String account,
            @Parameters(paramLabel = "ID", description = "The key's id, as list tells it.") String id) {
        connection
                .api()
                .post(
                        "/accounts/" + Api.segment(account) + "/keys/" + Api.segment(id) + "/revoke",
                        JsonNodeFactory.instance.objectNode());
    }

    private static String person(Api api, String people, String login) {
        List<String> found = new ArrayList<>();
        Pages.of(
                api,
                people + "?login=" + Api.segment(login),
                person -> found.add(person.path("id").asText()));
        if (found.size() != 1) {
            throw new CommandException(CommandLine.REFUSED, "There is nobody of this login");
        }
        return found.get(0);
    }

    private void print(String line) {
        Objects.requireNonNull(spec).commandLine().getOut().println(line);
    }
}
