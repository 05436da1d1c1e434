package io.dragoman.store;

import io.dragoman.directory.RoleId;
import io.dragoman.operator.TenancySettings;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An account's own row. */
@Entity
@DynamicUpdate
@Table(name = "account")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class AccountEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    @Version
    private int version;

    private String name = "";

    @Column(name = "time_zone")
    private String timeZone = "";

    @Column(name = "default_role")
    private @Nullable UUID defaultRole;

    private Instant created;

    /** Written in any case, so that what is written beside the row makes another version, too. */
    private Instant changed;

    protected AccountEntity() {}

    AccountEntity(Instant now) {
        created = now;
        changed = now;
    }

    int id() {
        if (id == null) {
            throw new IllegalStateException("an account that is not yet written");
        }
        return id;
    }

    long version() {
        return version;
    }

    void write(TenancySettings settings, Instant now) {
        RoleId role = settings.defaultRole();
        name = settings.name();
        timeZone = settings.zone().getId();
        defaultRole = role == null ? null : role.value();
        changed = now;
    }
}
