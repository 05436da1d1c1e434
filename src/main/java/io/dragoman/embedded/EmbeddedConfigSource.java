package io.dragoman.embedded;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Answers the keys of the embedded database, and starts it with the first of them that needs it running. */
final class EmbeddedConfigSource implements ConfigSource {

    static final String ACTIVE = "dragoman.embedded.active";
    static final String USERNAME = "dragoman.db.username";
    static final String PASSWORD = "dragoman.db.password";

    private static final Access NOWHERE = new Access(0, "");

    private final DatabaseChoice choice;
    private final Supplier<Access> postgres;
    private boolean failed;

    EmbeddedConfigSource(DatabaseChoice choice, Supplier<Access> postgres) {
        this.choice = choice;
        this.postgres = postgres;
    }

    @Override
    public @Nullable String getValue(String name) {
        return switch (name) {
            case ACTIVE -> String.valueOf(choice == DatabaseChoice.EMBEDDED);
            case DatabaseChoice.URL, USERNAME, PASSWORD -> choice == DatabaseChoice.EXTERNAL ? null : answer(name);
            default -> null;
        };
    }

    private String answer(String name) {
        Access access = access();
        return switch (name) {
            case DatabaseChoice.URL -> access.url();
            case USERNAME -> Access.NAME;
            default -> access.password();
        };
    }

    // A start asks for several keys and reports every exception: one failure must not be told four times.
    private synchronized Access access() {
        if (failed) {
            return NOWHERE;
        }
        try {
            return choice == DatabaseChoice.JDBC_ONLY ? refuseJdbcOnly() : postgres.get();
        } catch (RuntimeException e) {
            failed = true;
            throw e;
        }
    }

    private static Access refuseJdbcOnly() {
        throw new EmbeddedPostgresException(
                DatabaseChoice.JDBC_URL + " alone names no database for the application: set " + DatabaseChoice.URL
                        + " (postgresql://host:port/database) instead, it serves the migration too");
    }

    /** None: the build asks for the value of every name a source lists. */
    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public Map<String, String> getProperties() {
        return Map.of();
    }

    /** Above everything: whoever uses the embedded database must use the whole of its address. */
    @Override
    public int getOrdinal() {
        return 1000;
    }

    @Override
    public String getName() {
        return "Embedded PostgreSQL";
    }
}
