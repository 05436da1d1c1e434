package io.dragoman.account;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Where accounts are kept. Fails with UNAVAILABLE. */
public interface AccountStore {

    /** The account a system knows by a name, compared without regard to case. */
    Uni<Optional<Account>> byName(String system, String name);

    /** All names that are whole host names, as those of the systems are that keep each account on a host of its own. */
    Uni<Set<SystemName>> hosts();
}
