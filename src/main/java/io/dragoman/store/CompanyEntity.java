package io.dragoman.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A company's own row. */
@Entity
@Table(name = "company")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class CompanyEntity {

    @EmbeddedId
    private Key key;

    @Version
    private int version;

    private String name = "";

    protected CompanyEntity() {}

    CompanyEntity(Key key, String name) {
        this.key = key;
        this.name = name;
    }

    long version() {
        return version;
    }

    void rename(String newName) {
        name = newName;
    }

    /** Its key. */
    @Embeddable
    record Key(
            @Column(name = "account_id") int account,
            @Column(name = "number") long number) {}
}
