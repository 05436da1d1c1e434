package io.dragoman.dialect.erply;

import io.dragoman.directory.Permission;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code getUserGroups}: all groups, one, or those changed since a moment (erply.md 3.4). */
@ApplicationScoped
class GetUserGroups implements ErplyCall {

    private final RoleDirectory directory;

    GetUserGroups(RoleDirectory directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "getUserGroups";
    }

    @Override
    public Set<String> reads() {
        return Set.of("userGroupID", "changedSince");
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        asked.requireAny(Permission.ROLES_VIEW, Permission.USERS_VIEW);
        Long group = asked.params().integer("userGroupID");
        Long since = asked.params().integer("changedSince");
        return directory
                .list(asked.caller(), ErplyDialect.ID)
                .map(roles -> Reply.of(roles.stream()
                        .filter(role -> matches(role, group, since))
                        .map(UserGroup::of)
                        .toList()));
    }

    private static boolean matches(Role role, @Nullable Long group, @Nullable Long since) {
        return (group == null || group == role.numbers().known(ErplyDialect.ID))
                && (since == null || role.updated().getEpochSecond() >= since);
    }
}
