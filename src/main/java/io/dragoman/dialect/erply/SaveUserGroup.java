package io.dragoman.dialect.erply;

import io.dragoman.directory.Permission;
import io.dragoman.directory.PermissionChange;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * {@code saveUserGroup}: makes a group or changes its name and those of the 21 rights that are sent.
 *
 * <p>Rights of modules cannot be sent to this call; a group keeps those it has.
 */
@ApplicationScoped
class SaveUserGroup implements ErplyCall {

    private static final String GROUP = "userGroupID";

    private final RoleDirectory directory;

    SaveUserGroup(RoleDirectory directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "saveUserGroup";
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        asked.caller().require(asked.params().text(GROUP).isBlank() ? Permission.ROLES_ADD : Permission.ROLES_EDIT);
        Long group = asked.params().integer(GROUP);
        return (group == null ? create(asked) : change(asked, group))
                .map(role -> Reply.one(Fields.of(GROUP, role.numbers().known(ErplyDialect.ID))));
    }

    private Uni<Role> create(Asked asked) {
        String name = asked.params().required("name");
        return directory.create(asked.caller(), RoleChange.granting(name, permissions(asked.params())));
    }

    private Uni<Role> change(Asked asked, long group) {
        String name = asked.params().scalar("name");
        return directory
                .list(asked.caller(), ErplyDialect.ID)
                .map(roles -> roles.stream()
                        .filter(role -> role.numbers().known(ErplyDialect.ID) == group)
                        .findFirst()
                        .orElseThrow(() -> Refusal.of(ErplyCode.NO_SUCH_ITEM, GROUP)))
                .chain(role -> directory.change(
                        asked.caller(),
                        role,
                        RoleChange.granting(name.isBlank() ? null : name, permissions(asked.params()))));
    }

    /** Those of the rights sent, to be granted or revoked. */
    private static PermissionChange permissions(ErplyParams params) {
        Set<Permission> granting = new LinkedHashSet<>();
        Set<Permission> revoking = new LinkedHashSet<>();
        for (ErplyFlag flag : ErplyFlag.ALL) {
            Boolean granted = params.flag(flag.parameter());
            if (granted != null && granted) {
                granting.add(flag.permission());
            } else if (granted != null) {
                revoking.add(flag.permission());
            }
        }
        return PermissionChange.of(granting, revoking);
    }
}
