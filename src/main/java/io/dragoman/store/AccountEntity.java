package io.dragoman.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a new person takes from his account. */
@Entity
@Immutable
@Table(name = "account")
class AccountEntity {

    @Id
    private int id;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "default_role")
    private @Nullable UUID defaultRole;

    protected AccountEntity() {}

    String timeZone() {
        return timeZone;
    }

    @Nullable
    UUID defaultRole() {
        return defaultRole;
    }
}
