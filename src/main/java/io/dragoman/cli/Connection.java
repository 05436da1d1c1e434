package io.dragoman.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the facade is and what the operator proves himself with: never an argument, as those are seen by all users. */
final class Connection {

    private static final String TOKEN = "DRAGOMAN_ADMIN_TOKEN";
    private static final String TOKEN_FILE = "DRAGOMAN_ADMIN_TOKEN_FILE";

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "The facade's address (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("");

    @Option(
            names = "--token-file",
            description = "A file with the operator's token; otherwise $" + TOKEN + " or the file $" + TOKEN_FILE + ".")
    private @Nullable Path tokenFile;

    Api api() {
        return new Api(url, token());
    }

    /** For lines on their way to a path. */
    Uplink uplink(String path) {
        return new Uplink(Api.address(url, path), token());
    }

    private String token() {
        if (tokenFile != null) {
            return read(tokenFile);
        }
        String token = System.getenv(TOKEN);
        String file = System.getenv(TOKEN_FILE);
        if (token == null && file == null) {
            throw new CommandException(
                    CommandLine.NOT_UNDERSTOOD,
                    "The operator's token is missing: set " + TOKEN + " or use --token-file");
        }
        return token == null ? read(Path.of(file)) : checked(token.strip());
    }

    /** What cannot stand in a header is refused here, as others would repeat it. */
    private static String checked(String token) {
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new CommandException(
                    CommandLine.NOT_UNDERSTOOD, "The operator's token is not printable ASCII without spaces");
        }
        return token;
    }

    private static String read(Path file) {
        try {
            return checked(Files.readString(file).strip());
        } catch (IOException e) {
            throw new CommandException(CommandLine.NOT_UNDERSTOOD, "Cannot read the token in " + file);
        }
    }
}
