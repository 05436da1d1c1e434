package io.dragoman.dialect.erply;

import io.dragoman.account.Account;
import io.dragoman.directory.Caller;
import io.dragoman.directory.Permission;
import io.dragoman.directory.User;
import io.dragoman.edge.IdempotencyKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call on its way to being answered.
 *
 * @param signedIn who asks, null where the call needs no session
 * @param key what the client calls a call that makes something
 */
record Asked(ErplyParams params, Account account, @Nullable SignedIn signedIn, Origin origin, IdempotencyKey key) {

    /** The session of a call that needs one. */
    SignedIn session() {
        return Objects.requireNonNull(signedIn, "a call that needs no session has none");
    }

    User user() {
        return session().user();
    }

    Caller caller() {
        return Caller.of(user(), ErplyDialect.ID);
    }

    /** Throws that there are no viewing rights unless the caller holds one of the permissions. */
    void requireAny(Permission... permissions) {
        for (Permission permission : permissions) {
            if (user().may(permission)) {
                return;
            }
        }
        throw Refusal.of(ErplyCode.NO_VIEWING_RIGHTS);
    }
}
