package io.dragoman.dialect.cscart;

import io.dragoman.directory.User;
import io.dragoman.directory.UserDirectory;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;

/** Finds the user that a path names. */
@ApplicationScoped
class CsCartPeople {

    private final UserDirectory directory;

    CsCartPeople(UserDirectory directory) {
        this.directory = directory;
    }

    /** The user of an id. Fails with NOT_FOUND, for one the caller may not see too. */
    Uni<User> get(CsCartCall call, String id) {
        return directory
                .get(call.caller(), CsCartDialect.ID, CsCartPath.number(id))
                .invoke(user -> refuseHidden(call, user));
    }

    /** Whether a failure is of a kind. */
    static Predicate<Throwable> is(Kind kind) {
        return thrown ->
                thrown instanceof FacadeException known && known.failure().kind() == kind;
    }

    private static void refuseHidden(CsCartCall call, User user) {
        if (call.hides(user)) {
            throw Failure.of(Kind.NOT_FOUND).toException();
        }
    }
}
