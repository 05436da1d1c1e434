package io.dragoman.operator;

import io.dragoman.directory.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where API keys are kept, for the operator.
 *
 * <p>Every write is one transaction with its change-log entry. Failures: UNAVAILABLE, DUPLICATE (field {@code secret}: it
 * is a key of the system already, maybe another account's), STALE where the version is not the one expected, NOT_FOUND
 * for a key or person that is gone.
 */
public interface KeyRegister {

    /** Keys by id, after one of them. */
    Uni<Slice<Key>> list(AccountId account, KeyFilter filter, @Nullable UUID after, int limit);

    Uni<Optional<Key>> get(AccountId account, UUID id);

    Uni<Key> create(AccountId account, NewKey key, Operator by);

    /** Sets quota and expiry; null is none. */
    Uni<Key> change(AccountId account, Key former, @Nullable Integer quota, @Nullable Instant expires, Operator by);

    /** Ends a key at once. */
    Uni<Key> revoke(AccountId account, Key former, Operator by);

    /** Makes a key in place of another, which ends at a moment; the new one. */
    Uni<Key> rotate(AccountId account, Key former, Instant end, NewKey key, Operator by);
}
