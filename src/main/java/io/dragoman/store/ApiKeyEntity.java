package io.dragoman.store;

import io.dragoman.operator.NewKey;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A key's own row, but for its last use, which is written past its version. */
@Entity
@DynamicUpdate
@Table(name = "api_key")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class ApiKeyEntity {

    @EmbeddedId
    private EntityKey key;

    @Version
    private int version;

    @Column(name = "person_id")
    private UUID person;

    private String system;

    private String hash;

    private String hint;

    private @Nullable Integer quota;

    private Instant created;

    private @Nullable Instant expires;

    private @Nullable Instant revoked;

    protected ApiKeyEntity() {}

    ApiKeyEntity(EntityKey key, NewKey made, Instant now) {
        this.key = key;
        person = made.person().value();
        system = made.system();
        hash = made.hash();
        hint = made.hint();
        quota = made.quota();
        expires = made.expires();
        created = now;
    }

    long version() {
        return version;
    }

    UUID person() {
        return person;
    }

    void quota(@Nullable Integer calls) {
        quota = calls;
    }

    void expire(@Nullable Instant end) {
        expires = end;
    }

    void revoke(Instant now) {
        revoked = now;
    }
}
