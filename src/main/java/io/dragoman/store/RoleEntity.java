package io.dragoman.store;

import io.dragoman.directory.CaseFolding;
import io.dragoman.directory.Permission;
import io.dragoman.directory.Permissions;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleStatus;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A role's own row. */
@Entity
@Table(name = "role")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class RoleEntity {

    @EmbeddedId
    private EntityKey key;

    @Version
    private int version;

    private String name = "";

    @Column(name = "folded_name")
    private String foldedName = "";

    @Enumerated(EnumType.STRING)
    private RoleStatus status = RoleStatus.ACTIVE;

    private String[] permissions = {};

    private Instant created;

    @Column(name = "created_by")
    private String createdBy;

    private Instant updated;

    @Column(name = "updated_by")
    private String updatedBy;

    protected RoleEntity() {}

    RoleEntity(EntityKey key, Instant now, String by) {
        this.key = key;
        created = now;
        createdBy = by;
        updated = now;
        updatedBy = by;
    }

    /** Writes what the change holds, and in any case when and by whom. */
    void write(RoleChange change, Instant now, String by) {
        if (change.name() != null) {
            name = change.name();
            foldedName = CaseFolding.fold(name);
        }
        if (change.status() != null) {
            status = change.status();
        }
        if (change.permissions() != null) {
            permissions =
                    Permissions.names(change.permissions().appliedTo(held())).toArray(String[]::new);
        }
        updated = now;
        updatedBy = by;
    }

    long version() {
        return version;
    }

    private Set<Permission> held() {
        return Stream.of(permissions).map(Permission::of).collect(Collectors.toSet());
    }
}
