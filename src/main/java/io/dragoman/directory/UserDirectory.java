package io.dragoman.directory;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with people, and the rules that hold whatever dialect asks.
 *
 * <p>Reading is for any caller of the account (a dialect that asks for more requires it of the {@link Caller}); writing
 * needs users:add, users:edit or users:delete (rights.md, Across the dialects).
 */
@ApplicationScoped
public class UserDirectory {

    private final UserStore users;
    private final Limits limits;

    UserDirectory(UserStore users, Limits limits) {
        this.users = users;
        this.limits = limits;
    }

    public Uni<Page<User>> find(Caller caller, UserQuery query) {
        return users.find(caller.account(), query);
    }

    /** The person a system knows by a number. Fails with NOT_FOUND. */
    public Uni<User> get(Caller caller, String system, long number) {
        return users.get(caller.account(), system, number).map(UserDirectory::orNotFound);
    }

    /** A person by his key, which no dialect knows. Fails with NOT_FOUND. */
    public Uni<User> get(Caller caller, UserId id) {
        return users.get(caller.account(), id).map(UserDirectory::orNotFound);
    }

    /** The caller himself. Fails with NOT_FOUND where he was deleted meanwhile. */
    public Uni<User> self(Caller caller) {
        return users.get(caller.account(), caller.user()).map(UserDirectory::orNotFound);
    }

    /** Makes a person; see {@link UserStore#create} for what is filled in. */
    public Uni<User> create(Caller caller, UserChange initial) {
        return create(caller, initial, Once.unnamed());
    }

    /** Makes a person, unless that was done before: fails with {@link ReceiptStore.Repeated} then. */
    public Uni<User> create(Caller caller, UserChange initial, Once<User> once) {
        return checked(caller, Permission.USERS_ADD, initial).chain(() -> users.create(initial, caller, once));
    }

    /** Changes a person. PROTECTED where he is root and the caller is not. */
    public Uni<User> change(Caller caller, User user, UserChange change) {
        return checked(caller, Permission.USERS_EDIT, change)
                .invoke(() -> refuseRootOfOthers(caller, user))
                .chain(() -> users.change(caller.account(), user.id(), change, caller));
    }

    /** Changes the caller's own password, which needs no permission. */
    public Uni<User> changeOwnPassword(Caller caller, PasswordHash password) {
        return users.change(
                caller.account(), caller.user(), UserChange.NONE.with(Attribute.PASSWORD, password), caller);
    }

    /** Deletes a person from every system. PROTECTED where he is root or the caller himself. */
    public Uni<Void> delete(Caller caller, User user) {
        return delete(caller, user, null);
    }

    /** The same, which fails with STALE where the person is not of the version expected; null is any. */
    public Uni<Void> delete(Caller caller, User user, @Nullable Long expected) {
        return checked(caller, Permission.USERS_DELETE, UserChange.NONE)
                .invoke(() -> refuseRootAndSelf(caller, user))
                .chain(() -> users.delete(caller.account(), user.id(), expected, caller));
    }

    /**
     * Sets a person's link to a role. Needs roles:edit; PROTECTED where he is root and the caller is not; CONFLICT for
     * the primary role, whose link is always active.
     */
    public Uni<RoleLink> link(Caller caller, User user, Role role, LinkStatus status) {
        return checked(caller, Permission.ROLES_EDIT, UserChange.NONE)
                .invoke(() -> refuseRootOfOthers(caller, user))
                .chain(() -> users.link(caller.account(), user.id(), role.id(), status, caller));
    }

    private Uni<Void> checked(Caller caller, Permission needed, UserChange change) {
        return Uni.createFrom().voidItem().invoke(() -> {
            caller.require(needed);
            limits.check(change);
        });
    }

    private static User orNotFound(Optional<User> found) {
        return found.orElseThrow(() -> Failure.of(Kind.NOT_FOUND).toException());
    }

    private static void refuseRootOfOthers(Caller caller, User user) {
        if (user.root() && !caller.root()) {
            throw Failure.of(Kind.PROTECTED, "the root administrator").toException();
        }
    }

    private static void refuseRootAndSelf(Caller caller, User user) {
        if (user.root() || user.id().equals(caller.user())) {
            throw Failure.of(Kind.PROTECTED, "the root administrator and oneself")
                    .toException();
        }
    }
}
