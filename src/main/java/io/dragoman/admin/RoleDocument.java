package io.dragoman.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dragoman.directory.NumberChange;
import io.dragoman.directory.Permission;
import io.dragoman.directory.PermissionChange;
import io.dragoman.directory.Permissions;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleStatus;
import io.dragoman.directory.Vocabulary;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A role as the operator reads and writes it. */
@Schema(name = "Role")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoleDocument(
        @Schema(readOnly = true) @Nullable UUID id,
        @Schema(required = true) @Nullable String name,

        @Schema(
                enumeration = {"active", "hidden", "disabled"},
                defaultValue = "active")
        @Nullable
        String status,

        @Schema(example = "[\"users:view\",\"orders:edit\"]")
        List<String> permissions,

        @Schema(
                description = "The number each system knows it by. Of a new role: null in a system that is not to know"
                        + " it; given out where it is missing")
        Map<String, @Nullable Long> numbers,

        @Schema(readOnly = true) @Nullable Instant created,
        @Schema(readOnly = true) @Nullable String createdBy,
        @Schema(readOnly = true) @Nullable Instant updated,
        @Schema(readOnly = true) @Nullable String updatedBy) {

    private static final Set<String> STATUSES =
            Stream.of(RoleStatus.values()).map(RoleDocument::spelled).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PERMISSIONS = Set.copyOf(Permissions.names(Vocabulary.ALL));

    /** One that says nothing. */
    static final RoleDocument NONE = new RoleDocument(null, null, null, List.of(), Map.of(), null, null, null, null);

    RoleDocument {
        permissions = permissions == null ? List.of() : permissions;
        numbers = numbers == null ? new TreeMap<>() : new TreeMap<>(numbers);
    }

    static RoleDocument of(Role role) {
        return new RoleDocument(
                role.id().value(),
                role.name(),
                spelled(role.status()),
                Permissions.names(role.permissions()),
                new TreeMap<>(role.numbers().bySystem()),
                role.created(),
                role.createdBy(),
                role.updated(),
                role.updatedBy());
    }

    /** What makes one of another. Throws INVALID where it cannot be what a role becomes. */
    RoleChange changeFrom(RoleDocument former, Systems systems) {
        Faults faults = new Faults();
        checkReadOnly(former, faults);
        faults.unless(name != null && !name.isBlank(), "/name", "missing")
                .unless(status == null || STATUSES.contains(status), "/status", "none of " + STATUSES);
        for (int i = 0; i < permissions.size(); i++) {
            faults.unless(PERMISSIONS.contains(permissions.get(i)), "/permissions/" + i, "no such permission");
        }
        numbers.forEach((system, number) -> faults.unless(systems.has(system), "/numbers/" + system, systems.unknown())
                .unless(number == null || number > 0, "/numbers/" + system, "less than 1"));
        faults.raise();
        NumberChange changed = PersonMembers.numbers(former.numbers, numbers);
        return new RoleChange(
                Objects.equals(name, former.name) ? null : name,
                Objects.equals(status, former.status) ? null : canonicalStatus(),
                changedPermissions(former),
                changed.isEmpty() ? null : changed,
                null);
    }

    private RoleStatus canonicalStatus() {
        return status == null ? RoleStatus.ACTIVE : RoleStatus.valueOf(status.toUpperCase(Locale.ROOT));
    }

    private @Nullable PermissionChange changedPermissions(RoleDocument former) {
        Set<String> wanted = new HashSet<>(permissions);
        return wanted.equals(new HashSet<>(former.permissions))
                ? null
                : PermissionChange.exactly(wanted.stream().map(Permission::of).collect(Collectors.toSet()));
    }

    private void checkReadOnly(RoleDocument former, Faults faults) {
        faults.unless(id == null || id.equals(former.id), "/id", "read only")
                .unless(created == null || created.equals(former.created), "/created", "read only")
                .unless(createdBy == null || createdBy.equals(former.createdBy), "/createdBy", "read only")
                .unless(updated == null || updated.equals(former.updated), "/updated", "read only")
                .unless(updatedBy == null || updatedBy.equals(former.updatedBy), "/updatedBy", "read only");
    }

    private static String spelled(RoleStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
