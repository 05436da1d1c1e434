package io.dragoman.directory;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where roles are kept; an account has few, so lists are whole.
 *
 * <p>Every write is one transaction with its change-log entry. Failures as in {@link UserStore}, and CONFLICT where a
 * role to delete is somebody's primary one or the account's default.
 */
public interface RoleStore {

    /** The roles with a number in a system, by that number. */
    Uni<List<Role>> list(AccountId account, String system);

    Uni<Optional<Role>> get(AccountId account, String system, long number);

    /** Fails with {@link ReceiptStore.Repeated} where there is a receipt of that name already. */
    Uni<Role> create(RoleChange initial, Caller by, Once<Role> once);

    /** Makes a role that is asked for once. */
    default Uni<Role> create(RoleChange initial, Caller by) {
        return create(initial, by, Once.unnamed());
    }

    Uni<Role> change(AccountId account, RoleId id, RoleChange change, Caller by);

    default Uni<Void> delete(AccountId account, RoleId id, Caller by) {
        return delete(account, id, null, by);
    }

    /** Fails with STALE where the role is not of the version expected; null is any. */
    Uni<Void> delete(AccountId account, RoleId id, @Nullable Long expected, Caller by);
}
