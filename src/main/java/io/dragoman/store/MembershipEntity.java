package io.dragoman.store;

import io.dragoman.directory.LinkStatus;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** A person's link to a role. */
@Entity
@Table(name = "membership")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class MembershipEntity {

    @EmbeddedId
    private MembershipKey key;

    private long number;

    @Enumerated(EnumType.STRING)
    private LinkStatus status;

    protected MembershipEntity() {}

    MembershipEntity(MembershipKey key, long number, LinkStatus status) {
        this.key = key;
        this.number = number;
        this.status = status;
    }

    UUID role() {
        return key.role();
    }

    LinkStatus status() {
        return status;
    }

    /** Makes it another link between the same two. */
    void replace(long number, LinkStatus status) {
        this.number = number;
        this.status = status;
    }
}
