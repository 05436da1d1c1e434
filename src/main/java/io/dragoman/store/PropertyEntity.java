package io.dragoman.store;

import io.dragoman.directory.PropertyChange;
import io.dragoman.directory.PropertyKind;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A property's own row. */
@Entity
@Table(name = "property")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class PropertyEntity {

    @EmbeddedId
    private EntityKey key;

    @Version
    private int version;

    private long number;

    private String name = "";

    @Enumerated(EnumType.STRING)
    private PropertyKind kind = PropertyKind.LINE;

    @Column(name = "default_value")
    private String defaultValue = "";

    private boolean defaulted;

    protected PropertyEntity() {}

    PropertyEntity(EntityKey key, long number) {
        this.key = key;
        this.number = number;
    }

    long number() {
        return number;
    }

    /** Writes what the change holds. */
    PropertyEntity write(PropertyChange change) {
        name = change.name() == null ? name : change.name();
        kind = change.kind() == null ? kind : change.kind();
        defaultValue = change.defaultValue() == null ? defaultValue : change.defaultValue();
        defaulted = change.defaulted() == null ? defaulted : change.defaulted();
        return this;
    }
}
