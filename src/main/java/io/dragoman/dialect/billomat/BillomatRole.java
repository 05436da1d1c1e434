package io.dragoman.dialect.billomat;

import io.dragoman.directory.Permission;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.util.ArrayList;
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
        return change(fields, Set.of());
    }

    /** What changes a role that has permissions already: the areas named, no others. */
    static RoleChange change(Map<String, String> fields, Set<Permission> held) {
        return new RoleChange(name(fields), null, permissions(fields, held));
    }

    private static @Nullable String name(Map<String, String> fields) {
        String name = fields.get("name");
        if (name != null && name.isBlank()) {
            throw Failure.ofField(Kind.INVALID, "name", "empty").toException();
        }
        return name;
    }

    private static Set<Permission> permissions(Map<String, String> fields, Set<Permission> held) {
        Set<Permission> changed = held;
        for (Area area : Area.ALL) {
            String level = fields.get(area.name());
            changed = level == null ? changed : area.with(changed, level);
            if (changed == null) {
                throw Failure.ofField(Kind.INVALID, area.name(), "no such level")
                        .toException();
            }
        }
        return changed;
    }
}
