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
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Puts what the driver and Hibernate throw into the facade's words, without the values that the driver quotes. */
final class StoreFailures {

    private static final Map<String, String> FIELDS = Map.of(
            "person_login", "login",
            "person_email", "email",
            "person_pin", "pin",
            "person_employee", "employeeNumber",
            "person_number_pkey", "number",
            "role_number_pkey", "number",
            "person_primary_role", "primaryRole",
            "person_staff_role", "primaryRole",
            "membership_role", "role");

    /** Lost races for a number: the counter knows better at the second attempt. */
    private static final Set<String> NUMBERS =
            Set.of("person_number_pkey", "role_number_pkey", "person_employee", "membership_account_id_number_key");

    private static final String UNIQUE = "23505";
    private static final String FOREIGN_KEY = "23503";
    private static final Set<String> PASSING = Set.of("40001", "40P01");
    // No such database, wrong password, a server that is a stand-by, shutting down or out of means.
    private static final Set<String> OUT_OF_REACH =
            Set.of("3D000", "25006", "28000", "28P01", "55P03", "57014", "57P01", "57P02", "57P03", "57P04", "57P05");

    private StoreFailures() {}

    /** The failure to hand on; what is no fault of caller or connection stays as it is. */
    static Throwable translate(Throwable thrown) {
        if (thrown instanceof FacadeException) {
            return thrown;
        }
        PgException refused = find(thrown, PgException.class);
        if (refused != null) {
            return ofDatabase(refused, thrown);
        }
        if (isStale(thrown)) {
            return Failure.of(Kind.CONFLICT, "changed by somebody else").toException();
        }
        return isOutOfReach(thrown)
                ? Failure.of(Kind.UNAVAILABLE, "the directory").toException(thrown)
                : thrown;
    }

    /** Whether the same transaction may well succeed when it is tried again at once. */
    static boolean isPassing(Throwable thrown) {
        PgException refused = find(thrown, PgException.class);
        return refused == null
                ? isStale(thrown)
                : PASSING.contains(refused.getSqlState()) || NUMBERS.contains(refused.getConstraint());
    }

    /** Whether something still refers to what was to be deleted. */
    static boolean isReferred(Throwable thrown) {
        PgException refused = find(thrown, PgException.class);
        return refused != null && refused.getSqlState().equals(FOREIGN_KEY);
    }

    static boolean isUnavailable(Throwable thrown) {
        return thrown instanceof FacadeException known && known.failure().kind() == Kind.UNAVAILABLE;
    }

    private static Throwable ofDatabase(PgException refused, Throwable thrown) {
        String state = refused.getSqlState();
        if (state.equals(UNIQUE)) {
            return failure(Kind.DUPLICATE, refused);
        }
        if (state.startsWith("22") || state.startsWith("23")) {
            return failure(Kind.INVALID, refused);
        }
        if (PASSING.contains(state)) {
            return Failure.of(Kind.CONFLICT, "changed by somebody else").toException();
        }
        return OUT_OF_REACH.contains(state) || state.startsWith("08") || state.startsWith("53")
                ? Failure.of(Kind.UNAVAILABLE, "the directory").toException(thrown)
                : thrown;
    }

    private static FacadeException failure(Kind kind, PgException refused) {
        String constraint = refused.getConstraint();
        String field = constraint == null ? null : FIELDS.get(constraint);
        return new Failure(kind, field == null ? "" : field, field, null).toException();
    }

    private static boolean isStale(Throwable thrown) {
        return find(thrown, StaleStateException.class) != null || find(thrown, OptimisticLockException.class) != null;
    }

    private static boolean isOutOfReach(Throwable thrown) {
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
