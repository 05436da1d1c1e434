package io.dragoman.store;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A role's number in a system. */
@Entity
@Immutable
@Table(name = "role_number")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class RoleNumberEntity {

    @EmbeddedId
    private NumberKey key;

    @Column(name = "role_id")
    private UUID role;

    protected RoleNumberEntity() {}

    RoleNumberEntity(EntityKey role, String system, long number) {
        key = new NumberKey(role.account(), system, number);
        this.role = role.id();
    }
}
