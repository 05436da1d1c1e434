package io.dragoman.dialect.cscart;

import io.dragoman.account.Principal;
import io.dragoman.directory.Caller;
import io.dragoman.directory.User;
import io.dragoman.directory.UserKind;
import io.dragoman.edge.Params;
import org.jspecify.annotations.Nullable;

/**
 * One request that was let through: who asks, for what, and the fields of its body.
 *
 * @param company the store or vendor whose users alone are meant, null for everybody's
 */
record CsCartCall(
        Principal principal,
        CsCartPath path,
        Params query,
        PhpArray fields,
        @Nullable Long company) {

    Caller caller() {
        return principal.caller(CsCartDialect.ID);
    }

    /** Whether the users of a company alone are meant and this is none: its administrators are not among them. */
    boolean hides(User user) {
        return company != null && (user.position().company().number() != company || user.kind() == UserKind.STAFF);
    }
}
