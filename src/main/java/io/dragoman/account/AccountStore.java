package io.dragoman.account;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where accounts are kept. Fails with UNAVAILABLE. */
public interface AccountStore {

    /** The account a system knows by a name, compared without regard to case. */
    Uni<Optional<Account>> byName(String system, String name);
}
