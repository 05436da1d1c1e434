package io.dragoman.dialect.erply;

import io.dragoman.directory.Once;
import io.dragoman.directory.Permission;
import io.dragoman.directory.PermissionChange;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code saveUserGroup}: makes a group or changes its name and those of the 21 rights that are sent.
 *
 * <p>Rights of modules cannot be sent to this call; a group keeps those it has.
 */
@ApplicationScoped
class SaveUserGroup implements ErplyCall {

    private static final String GROUP = "userGroupID";
    private static final Set<String> PARAMETERS = Stream.concat(
                    Stream.of(GROUP, "name"), ErplyFlag.ALL.stream().map(ErplyFlag::parameter))
            .collect(Collectors.toUnmodifiableSet());

    private final RoleDirectory directory;
    private final ErplyCreations creations;

    SaveUserGroup(RoleDirectory directory, ErplyCreations creations) {
        this.directory = directory;
        this.creations = creations;
    }

    @Override
    public String name() {
        return "saveUserGroup";
    }

    @Override
    public Set<String> reads() {
        return PARAMETERS;
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        asked.caller().require(asked.params().text(GROUP).isBlank() ? Permission.ROLES_ADD : Permission.ROLES_EDIT);
        Long group = asked.params().integer(GROUP);
        Uni<Long> number = group == null
                ? creations.once(asked, GROUP, SaveUserGroup::number, once -> create(asked, once))
                : change(asked, group).map(SaveUserGroup::number);
        return number.map(known -> Reply.one(Fields.of(GROUP, known)));
    }

    private static long number(Role role) {
        return role.numbers().known(ErplyDialect.ID);
    }

    private Uni<Role> create(Asked asked, Once<Role> once) {
        String name = asked.params().required("name");
        RoleChange initial = RoleChange.granting(name, permissions(asked.params()));
        return directory.create(asked.caller(), initial, once);
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
