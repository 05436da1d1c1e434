package io.dragoman.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;

/** Brings the schema of the configured database up to date and ends: with 0 where it is, with 1 where that failed. */
public final class Migration implements QuarkusApplication {

    /** What a start does beside the migration, which here is left out. */
    private static final Map<String, String> ALONE = Map.of(
            "dragoman.migrate-at-start", "true",
            "dragoman.demo", "false",
            "quarkus.http.host-enabled", "false",
            "quarkus.management.host-enabled", "false");

    /** Migrates; the process ends with it. */
    public static void run() {
        ALONE.forEach(System::setProperty);
        Quarkus.run(Migration.class);
    }

    /** By now the schema is up to date, as every start sees to that first. */
    @Override
    public int run(String... args) {
        return 0;
    }
}
