package io.dragoman.directory;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where people are kept.
 *
 * <p>Every write is one transaction with its change-log entry. Failures: UNAVAILABLE where the database cannot be
 * reached in time, DUPLICATE (field {@code login}, {@code email} or {@code pin}), INVALID (field at fault), NOT_FOUND
 * for a person that is gone.
 */
public interface UserStore {

    Uni<Page<User>> find(AccountId account, UserQuery query);

    Uni<Optional<User>> get(AccountId account, String system, long number);

    Uni<Optional<User>> get(AccountId account, UserId id);

    Uni<Optional<User>> byLogin(AccountId account, String login);

    Uni<Optional<User>> byPin(AccountId account, PinHash pin);

    /**
     * Makes a person. Without a login he is called {@code user_N}, N being his number in the caller's system, or where
     * that is taken something that begins so; staff without a primary role get the account's default role. Fails with
     * {@link ReceiptStore.Repeated} where there is a receipt of that name already.
     */
    Uni<User> create(UserChange initial, Caller by, Once<User> once);

    /** Makes a person who is asked for once. */
    default Uni<User> create(UserChange initial, Caller by) {
        return create(initial, by, Once.unnamed());
    }

    Uni<User> change(AccountId account, UserId id, UserChange change, Caller by);

    default Uni<Void> delete(AccountId account, UserId id, Caller by) {
        return delete(account, id, null, by);
    }

    /** Fails with STALE where the person is not of the version expected; null is any. */
    Uni<Void> delete(AccountId account, UserId id, @Nullable Long expected, Caller by);

    /** Replaces the person's link to a role by one with this status and a number of its own. */
    Uni<RoleLink> link(AccountId account, UserId id, RoleId role, LinkStatus status, Caller by);
}
