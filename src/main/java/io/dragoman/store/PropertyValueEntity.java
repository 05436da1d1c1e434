package io.dragoman.store;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What is kept of a person under a property. */
@Entity
@Table(name = "property_value")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class PropertyValueEntity {

    @EmbeddedId
    private PropertyValueKey key;

    private long number;

    private String value = "";

    protected PropertyValueEntity() {}

    PropertyValueEntity(PropertyValueKey key, long number, String value) {
        this.key = key;
        this.number = number;
        this.value = value;
    }

    long number() {
        return number;
    }

    void replace(String newValue) {
        value = newValue;
    }
}
