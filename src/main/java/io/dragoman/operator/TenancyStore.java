package io.dragoman.operator;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where accounts are kept, for the operator.
 *
 * <p>Every write is one transaction with its change-log entry. Failures: UNAVAILABLE, DUPLICATE (field {@code name} or
 * {@code names}), INVALID (field at fault), STALE where the version is not the one expected, NOT_FOUND.
 */
public interface TenancyStore {

    /** Accounts in the order in which they were made, after one of them. */
    Uni<Slice<Tenancy>> list(@Nullable Integer after, int limit);

    Uni<Optional<Tenancy>> get(String name);

    Uni<Tenancy> create(TenancySettings settings, Operator by);

    Uni<Tenancy> change(Tenancy former, TenancySettings settings, Operator by);

    /** Deletes an account with all that is in it. CONFLICT where people are in it that are not to be deleted with it. */
    Uni<Void> delete(Tenancy former, boolean people, Operator by);
}
