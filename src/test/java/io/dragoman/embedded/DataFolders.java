package io.dragoman.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Copies of one initialised data directory, since unpacking and creating one takes seconds. */
final class DataFolders implements BeforeAllCallback, AfterAllCallback {

    private @Nullable Path template;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        template = Files.createTempDirectory("embedded").toRealPath();
        Instance.ready(template).close();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Folders.delete(template());
    }

    Path copyTo(Path home) throws IOException {
        linkBinaries(home);
        Tools.run(new ProcessBuilder("cp", "-a", path("cluster"), path("password"), home.toString()), "");
        return home;
    }

    /** Without a database: the programs alone. */
    Path linkBinaries(Path home) throws IOException {
        Files.createDirectories(home);
        Tools.run(new ProcessBuilder("cp", "-al", binaries().toString(), home.toString()), "");
        return home.toRealPath();
    }

    static List<String> names(Path home) throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private Path binaries() throws IOException {
        String name = names(template()).stream()
                .filter(entry -> entry.startsWith(PostgresArchive.PREFIX))
                .findFirst()
                .orElseThrow();
        return template().resolve(name);
    }

    private String path(String name) {
        return template().resolve(name).toString();
    }

    private Path template() {
        if (template == null) {
            throw new IllegalStateException("No test has begun");
        }
        return template;
    }
}
