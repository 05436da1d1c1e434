package io.dragoman.dialect.erply;

import io.dragoman.directory.Role;
import java.util.List;

/** A role as Erply's user group (erply.md 3.4, decisions). */
final class UserGroup {

    private UserGroup() {}

    static Fields of(Role role) {
        return Fields.of("userGroupID", role.numbers().known(ErplyDialect.ID))
                .with("name", role.name())
                .with("added", role.created().getEpochSecond())
                .with("addedByUserName", role.createdBy())
                .with("lastModified", role.updated().getEpochSecond())
                .with("lastModifiedByUserName", role.updatedBy())
                .with("attributes", List.of());
    }

    static Fields rights(Role role) {
        return Fields.of("userGroupID", role.numbers().known(ErplyDialect.ID))
                .with("name", role.name())
                .with(ErplyFlag.of(role.permissions()))
                .with("modules", ErplyModule.of(role.permissions()));
    }
}
