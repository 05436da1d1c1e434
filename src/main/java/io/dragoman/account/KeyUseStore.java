package io.dragoman.account;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;

/** Where it is kept when keys were last used. Fails with UNAVAILABLE. */
public interface KeyUseStore {

    /** Writes when keys were used, all in one statement. A use is no change: there is no entry in the change log. */
    Uni<Void> used(Map<KeyUses.KeyId, Instant> uses);
}
