package io.dragoman.dialect.billomat;

import io.dragoman.directory.Permission;
import io.dragoman.directory.PermissionChange;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Roles as Billomat sends and takes them: flat, the areas beside id and name (billomat.md 3.7). */
final class BillomatRole {

    static final String NAME = "role";

    private BillomatRole() {}

    static Group of(Role role, BillomatConfig.Rights rights) {
        List<Element> parts = new ArrayList<>();
        parts.add(Text.integer("id", role.numbers().known(BillomatDialect.ID)));
        parts.add(Text.of("name", role.name()));
        parts.addAll(Area.levels(rights, role.permissions()));
        return new Group(NAME, null, parts);
    }

    /** What makes a role. Throws INVALID where the name is missing or a level is none. */
    static RoleChange initial(Map<String, String> fields) {
        if (!fields.containsKey("name")) {
            throw Failure.ofField(Kind.INVALID, "name", "missing").toException();
        }
        return change(fields);
    }

    /** What changes a role: the areas named, no others. */
    static RoleChange change(Map<String, String> fields) {
        return RoleChange.granting(name(fields), permissions(fields));
    }

    private static @Nullable String name(Map<String, String> fields) {
        String name = fields.get("name");
        if (name != null && name.isBlank()) {
            throw Failure.ofField(Kind.INVALID, "name", "empty").toException();
        }
        return name;
    }

    /** Of each area named, all permissions are revoked but those of its level. */
    private static PermissionChange permissions(Map<String, String> fields) {
        Set<Permission> granted = new LinkedHashSet<>();
        Set<Permission> revoked = new LinkedHashSet<>();
        for (Area area : Area.ALL) {
            String level = fields.get(area.name());
            if (level != null) {
                revoked.addAll(area.permissions());
                granted.addAll(granted(area, level));
            }
        }
        return PermissionChange.of(granted, revoked);
    }

    private static Set<Permission> granted(Area area, String level) {
        Set<Permission> granted = area.needs(level);
        if (granted == null) {
            throw Failure.ofField(Kind.INVALID, area.name(), "no such level").toException();
        }
        return granted;
    }
}
