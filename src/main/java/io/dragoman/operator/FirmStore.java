package io.dragoman.operator;

import io.dragoman.directory.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where companies are kept.
 *
 * <p>Every write is one transaction with its change-log entry. Failures: UNAVAILABLE, DUPLICATE (field {@code number}),
 * STALE where the version is not the one expected, NOT_FOUND.
 */
public interface FirmStore {

    /** Companies by number, after one of them. */
    Uni<Slice<Firm>> list(AccountId account, @Nullable Long after, int limit);

    Uni<Optional<Firm>> get(AccountId account, long number);

    Uni<Firm> create(AccountId account, long number, String name, Operator by);

    Uni<Firm> rename(AccountId account, Firm former, String name, Operator by);

    /** Fails with CONFLICT where people are of it. */
    Uni<Void> delete(AccountId account, Firm former, Operator by);
}
