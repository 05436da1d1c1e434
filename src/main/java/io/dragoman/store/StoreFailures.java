package io.dragoman.store;

import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Puts what the driver and Hibernate throw into the facade's words, without the values that the driver quotes. */
final class StoreFailures {

    private static final String LOGIN = "person_login";

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry(LOGIN, "login"),
            Map.entry("person_email", "email"),
            Map.entry("person_pin", "pin"),
            Map.entry("person_employee", "employeeNumber"),
            Map.entry("person_number_pkey", "number"),
            Map.entry("role_number_pkey", "number"),
            Map.entry("person_primary_role", "primaryRole"),
            Map.entry("person_staff_role", "primaryRole"),
            Map.entry("membership_role", "role"),
            Map.entry("account_name_key", "name"),
            Map.entry("account_name_pkey", "names"),
            Map.entry("account_default_role", "defaultRole"),
            Map.entry("company_pkey", "companyNumber"),
            Map.entry("api_key_system_hash_key", "secret"),
            Map.entry("registered_app_pkey", "appId"));

    /** Lost races for a number: the counter knows better at the second attempt. */
    private static final Set<String> NUMBERS =
            Set.of("person_number_pkey", "role_number_pkey", "person_employee", "membership_account_id_number_key");

    private static final Set<String> UNIQUE = Set.of("23505");
    private static final Set<String> FOREIGN_KEY = Set.of("23503");
    private static final Set<String> SERIALIZATION = Set.of("40001");
    private static final Set<String> DEADLOCK = Set.of("40P01");
    // Somebody else holds a row for longer than one may wait: the database is there.
    private static final Set<String> LOCKED = Set.of("55P03");
    // The server has ended the connection: its answer to a commit is missing all the same.
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P05", "25P03");
    // No such database, wrong password, a server that is a stand-by, shutting down or out of means.
    private static final Set<String> OUT_OF_REACH =
            Set.of("3D000", "25006", "25P03", "28000", "28P01", "57014", "57P01", "57P02", "57P03", "57P04", "57P05");

    /** What the client says without a type of its own where a connection was closed before it was used. */
    private static final List<String> UNSENT = List.of("Connection is not active now", "Pending requests failed");

    private StoreFailures() {}

    /** What the database said no with: the state of the SQL standard, and the text that names the constraint. */
    private record Refusal(String state, String text) {

        boolean is(Set<String> states) {
            return states.contains(state);
        }

        boolean names(String constraint) {
            return text.contains(constraint);
        }

        @Nullable
        String field() {
            return FIELDS.keySet().stream()
                    .filter(this::names)
                    .findFirst()
                    .map(FIELDS::get)
                    .orElse(null);
        }
    }

    /** The failure to hand on, one of them for all that is out of reach; a fault stays as it is. */
    static Throwable translate(Throwable thrown, Failure away) {
        if (thrown instanceof FacadeException) {
            return thrown;
        }
        Refusal refusal = refusal(thrown);
        if (isStale(thrown) || (refusal != null && (refusal.is(SERIALIZATION) || refusal.is(DEADLOCK)))) {
            return Failure.of(Kind.CONFLICT, "changed by somebody else").toException();
        }
        if (isOutOfReach(thrown) || (refusal != null && refusal.is(LOCKED))) {
            return away.toException(thrown);
        }
        return refusal == null ? withoutValues(thrown) : ofRefusal(refusal, thrown);
    }

    /** What the driver or Hibernate says of a fault quotes the values of the statement, which may be secrets. */
    private static Throwable withoutValues(Throwable thrown) {
        boolean quotes = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause.getClass().getName())
                .anyMatch(name -> name.startsWith("io.vertx.") || name.startsWith("org.hibernate."));
        if (!quotes) {
            return thrown;
        }
        IllegalStateException fault = new IllegalStateException(
                "a statement failed with " + thrown.getClass().getName());
        fault.setStackTrace(thrown.getStackTrace());
        return fault;
    }

    /**
     * Why the same may be tried again at once, null where it may not: the database has refused it as a whole, or the
     * connection broke; of a transaction whose COMMIT was sent nobody knows then whether it was done.
     */
    static @Nullable RetryReason retryReason(Throwable thrown, boolean committing) {
        Refusal refusal = refusal(thrown);
        if (isLost(thrown, refusal)) {
            return committing ? null : RetryReason.CONNECTION;
        }
        if (refusal == null) {
            return isStale(thrown) ? RetryReason.SERIALIZATION : null;
        }
        if (refusal.is(UNIQUE)) {
            boolean lost = NUMBERS.stream().anyMatch(refusal::names)
                    || find(thrown, DefaultLogin.TakenException.class) != null;
            return lost ? RetryReason.NUMBER : null;
        }
        if (refusal.is(DEADLOCK)) {
            return RetryReason.DEADLOCK;
        }
        return refusal.is(SERIALIZATION) ? RetryReason.SERIALIZATION : null;
    }

    /** Whether something still refers to what was to be deleted. */
    static boolean isReferred(Throwable thrown) {
        Refusal refusal = refusal(thrown);
        return refusal != null && refusal.is(FOREIGN_KEY);
    }

    /** Whether somebody else has the login. */
    static boolean isLoginTaken(Throwable thrown) {
        Refusal refusal = refusal(thrown);
        return refusal != null && refusal.is(UNIQUE) && refusal.names(LOGIN);
    }

    /** Whether the database could not be asked, or gave no answer. */
    static boolean isOutOfReach(Throwable thrown) {
        Refusal refusal = refusal(thrown);
        if (refusal != null) {
            return refusal.is(OUT_OF_REACH)
                    || refusal.state().startsWith("08")
                    || refusal.state().startsWith("53");
        }
        return says(thrown, UNSENT)
                || Stream.of(
                                IOException.class,
                                VertxException.class,
                                ConnectionPoolTooBusyException.class,
                                TimeoutException.class,
                                java.util.concurrent.TimeoutException.class,
                                CircuitBreakerOpenException.class)
                        .anyMatch(type -> find(thrown, type) != null);
    }

    /** Whether a connection that there was is gone. */
    private static boolean isLost(Throwable thrown, @Nullable Refusal refusal) {
        if (refusal != null) {
            return refusal.is(ENDED) || refusal.state().startsWith("08");
        }
        return says(thrown, UNSENT)
                || find(thrown, ClosedConnectionException.class) != null
                || (find(thrown, IOException.class) != null && find(thrown, ConnectException.class) == null);
    }

    private static boolean says(Throwable thrown, List<String> texts) {
        NoStackTraceThrowable plain = find(thrown, NoStackTraceThrowable.class);
        String text = plain == null ? "" : String.valueOf(plain.getMessage());
        return texts.stream().anyMatch(text::startsWith);
    }

    private static Throwable ofRefusal(Refusal refusal, Throwable thrown) {
        if (refusal.is(UNIQUE)) {
            return failure(Kind.DUPLICATE, refusal.field());
        }
        return refusal.state().startsWith("22") || refusal.state().startsWith("23")
                ? failure(Kind.INVALID, refusal.field())
                : withoutValues(thrown);
    }

    private static FacadeException failure(Kind kind, @Nullable String field) {
        return new Failure(kind, field == null ? "" : field, field, null).toException();
    }

    /** The plain client says it itself; Hibernate has it in an exception of JDBC's, without the constraint apart. */
    private static @Nullable Refusal refusal(Throwable thrown) {
        PgException plain = find(thrown, PgException.class);
        if (plain != null) {
            return new Refusal(plain.getSqlState(), String.valueOf(plain.getMessage()));
        }
        SQLException wrapped = find(thrown, SQLException.class);
        return wrapped == null || wrapped.getSQLState() == null
                ? null
                : new Refusal(wrapped.getSQLState(), String.valueOf(wrapped.getMessage()));
    }

    private static boolean isStale(Throwable thrown) {
        return find(thrown, StaleStateException.class) != null || find(thrown, OptimisticLockException.class) != null;
    }

    private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
