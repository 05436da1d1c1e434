package io.dragoman.directory;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with roles; needs roles:view, roles:add, roles:edit or roles:delete (rights.md). */
@ApplicationScoped
public class RoleDirectory {

    private final RoleStore roles;
    private final Limits limits;

    RoleDirectory(RoleStore roles, Limits limits) {
        this.roles = roles;
        this.limits = limits;
    }

    /** The roles a system has a number for, by number. For callers a dialect has let in. */
    public Uni<List<Role>> list(Caller caller, String system) {
        return roles.list(caller.account(), system);
    }

    /** The role a system knows by a number. Fails with NOT_FOUND. For callers a dialect has let in. */
    public Uni<Role> get(Caller caller, String system, long number) {
        return roles.get(caller.account(), system, number)
                .map(found -> found.orElseThrow(() -> Failure.of(Kind.NOT_FOUND).toException()));
    }

    public Uni<Role> create(Caller caller, RoleChange initial) {
        return create(caller, initial, Once.unnamed());
    }

    /** Makes a role, unless that was done before: fails with {@link ReceiptStore.Repeated} then. */
    public Uni<Role> create(Caller caller, RoleChange initial, Once<Role> once) {
        return allowed(caller, Permission.ROLES_ADD)
                .invoke(() -> limits.checkRole(initial))
                .chain(() -> roles.create(initial, caller, once));
    }

    public Uni<Role> change(Caller caller, Role role, RoleChange change) {
        return allowed(caller, Permission.ROLES_EDIT)
                .invoke(() -> limits.checkRole(change))
                .chain(() -> roles.change(caller.account(), role.id(), change, caller));
    }

    /** Fails with CONFLICT where the role is somebody's primary one or the account's default. */
    public Uni<Void> delete(Caller caller, Role role) {
        return delete(caller, role, null);
    }

    /** The same, which fails with STALE where the role is not of the version expected; null is any. */
    public Uni<Void> delete(Caller caller, Role role, @Nullable Long expected) {
        return allowed(caller, Permission.ROLES_DELETE)
                .chain(() -> roles.delete(caller.account(), role.id(), expected, caller));
    }

    private static Uni<Void> allowed(Caller caller, Permission needed) {
        return Uni.createFrom().voidItem().invoke(() -> caller.require(needed));
    }
}
