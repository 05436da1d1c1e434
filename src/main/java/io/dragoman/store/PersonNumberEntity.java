package io.dragoman.store;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A person's number in a system. */
@Entity
@Immutable
@Table(name = "person_number")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class PersonNumberEntity {

    @EmbeddedId
    private NumberKey key;

    @Column(name = "person_id")
    private UUID person;

    protected PersonNumberEntity() {}

    PersonNumberEntity(EntityKey person, String system, long number) {
        key = new NumberKey(person.account(), system, number);
        this.person = person.id();
    }
}
