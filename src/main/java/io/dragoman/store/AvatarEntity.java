package io.dragoman.store;

import io.dragoman.directory.Avatar;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A person's picture. */
@Entity
@Immutable
@Table(name = "avatar")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class AvatarEntity {

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "person_id"))
    private EntityKey person;

    @Column(name = "media_type")
    private String mediaType;

    private byte[] bytes;

    private Instant updated;

    protected AvatarEntity() {}

    Avatar avatar() {
        return new Avatar(mediaType, bytes, updated);
    }
}
