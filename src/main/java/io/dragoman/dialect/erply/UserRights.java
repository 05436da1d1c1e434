package io.dragoman.dialect.erply;

import io.dragoman.directory.RoleLink;
import io.dragoman.directory.User;
import org.jspecify.annotations.Nullable;

/** A user with his rights, all 32 fields (erply.md 3.2). */
final class UserRights {

    private UserRights() {}

    static Fields of(User user) {
        Long group = group(user);
        return Fields.of("userID", user.numbers().known(ErplyDialect.ID))
                .with("userName", user.login())
                .with("groupID", group == null ? Long.valueOf(0) : group)
                .with("maxDiscount", user.position().maxDiscount())
                .with("cardCode", "")
                .with(ErplyFlag.of(user.permissions()))
                .with("added", user.audit().created().getEpochSecond())
                .with("addedByUserName", user.audit().createdBy())
                .with("lastModified", user.audit().updated().getEpochSecond())
                .with("lastModifiedByUserName", user.audit().updatedBy())
                .with("warehouses", ErplyModule.warehouses(user.position().warehouses()))
                .with("modules", ErplyModule.of(user.permissions()));
    }

    /** The number of a user's group, null where he has none that Erply knows. */
    static @Nullable Long group(User user) {
        RoleLink role = user.primaryRole();
        return role == null ? null : role.role().in(ErplyDialect.ID);
    }
}
