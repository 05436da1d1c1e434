package io.dragoman.embedded;

import java.nio.file.Path;
import java.util.Optional;

/** The server this JVM started for a directory, remembered for every class loader in it. */
record RunningServer(long pid, int port) {

    private static final String PROPERTY = "io.dragoman.embedded.server:";

    static Optional<RunningServer> ofThisJvm(Path home) {
        return Optional.ofNullable(System.getProperty(PROPERTY + home)).map(RunningServer::parse);
    }

    // As a text among the system properties: no class of ours could be shared, and foreign objects break their readers.
    void remember(Path home) {
        System.setProperty(PROPERTY + home, pid + " " + port);
    }

    private static RunningServer parse(String text) {
        int space = text.indexOf(' ');
        return new RunningServer(Long.parseLong(text.substring(0, space)), Integer.parseInt(text.substring(space + 1)));
    }
}
