package io.dragoman.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that stops the server when this JVM has ended, in whatever way, which a shutdown hook cannot promise. */
final class Watchdog {

    // Only the JVM holds the other end of its input. The server may be a later instance's by then: that one stays.
    private static final String SCRIPT = """
            trap '' INT TERM HUP QUIT
            cat >/dev/null
            read -r pid <"$DRAGOMAN_CLUSTER/postmaster.pid" && [ "$pid" = "$DRAGOMAN_SERVER" ] || exit 0
            exec "$DRAGOMAN_PG_CTL" stop -s -D "$DRAGOMAN_CLUSTER" -m fast
            """;

    private Watchdog() {}

    static Process over(RunningServer server, Path data, Tools tools) throws IOException {
        ProcessBuilder watchdog = tools.process(List.of("sh", "-c", SCRIPT));
        watchdog.environment().put("DRAGOMAN_CLUSTER", data.toString());
        watchdog.environment().put("DRAGOMAN_SERVER", String.valueOf(server.pid()));
        watchdog.environment().put("DRAGOMAN_PG_CTL", tools.program("pg_ctl").toString());
        return watchdog.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
