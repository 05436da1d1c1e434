package io.dragoman.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Key of what is kept of a person under a property. */
@Embeddable
record PropertyValueKey(
        @Column(name = "account_id") int account,
        @Column(name = "person_id") UUID person,
        @Column(name = "property_id") UUID property) {}
