package io.dragoman.store;

import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Puts what the driver and Hibernate throw into the facade's words, without the values that the driver quotes. */
final class StoreFailures {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("person_login", "login"),
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
    private static final Set<String> PASSING = Set.of("40001", "40P01");
    // No such database, wrong password, a server that is a stand-by, shutting down or out of means.
    private static final Set<String> OUT_OF_REACH =
            Set.of("3D000", "25006", "28000", "28P01", "55P03", "57014", "57P01", "57P02", "57P03", "57P04", "57P05");

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

    /** The failure to hand on; what is no fault of caller or connection stays as it is. */
    static Throwable translate(Throwable thrown) {
        if (thrown instanceof FacadeException) {
            return thrown;
        }
        Refusal refusal = refusal(thrown);
        if (isStale(thrown) || (refusal != null && refusal.is(PASSING))) {
            return Failure.of(Kind.CONFLICT, "changed by somebody else").toException();
        }
        if (isOutOfReach(thrown, refusal)) {
            return Failure.of(Kind.UNAVAILABLE, "the directory").toException(thrown);
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

    /** Whether the same transaction may well succeed when it is tried again at once. */
    static boolean isPassing(Throwable thrown) {
        Refusal refusal = refusal(thrown);
        return refusal == null
                ? isStale(thrown)
                : refusal.is(PASSING) || (refusal.is(UNIQUE) && NUMBERS.stream().anyMatch(refusal::names));
    }

    /** Whether something still refers to what was to be deleted. */
    static boolean isReferred(Throwable thrown) {
        Refusal refusal = refusal(thrown);
        return refusal != null && refusal.is(FOREIGN_KEY);
    }

    static boolean isUnavailable(Throwable thrown) {
        return thrown instanceof FacadeException known && known.failure().kind() == Kind.UNAVAILABLE;
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

    private static boolean isOutOfReach(Throwable thrown, @Nullable Refusal refusal) {
        if (refusal != null) {
            return refusal.is(OUT_OF_REACH)
                    || refusal.state().startsWith("08")
                    || refusal.state().startsWith("53");
        }
        return Stream.of(
                        IOException.class,
                        VertxException.class,
                        ConnectionPoolTooBusyException.class,
                        TimeoutException.class,
                        java.util.concurrent.TimeoutException.class,
                        CircuitBreakerOpenException.class)
                .anyMatch(type -> find(thrown, type) != null);
    }

    private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
