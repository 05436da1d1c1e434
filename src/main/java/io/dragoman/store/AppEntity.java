package io.dragoman.store;

import io.dragoman.account.App;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An application registered with an account's system. */
@Entity
@Immutable
@Table(name = "registered_app")
class AppEntity {

    @EmbeddedId
    private Key key;

    @Column(name = "secret_hash")
    private String secretHash;

    private @Nullable Integer quota;

    @SuppressWarnings("UnusedVariable") // written for the operator who looks into the table
    private Instant created;

    protected AppEntity() {}

    AppEntity(Key key, String secretHash, @Nullable Integer quota, Instant created) {
        this.key = key;
        this.secretHash = secretHash;
        this.quota = quota;
        this.created = created;
    }

    App app() {
        return new App(key.app(), secretHash, quota);
    }

    /** Its key. */
    @Embeddable
    record Key(
            @Column(name = "account_id") int account,
            @Column(name = "system") String system,
            @Column(name = "app_id") String app) {}
}
