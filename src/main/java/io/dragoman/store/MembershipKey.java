package io.dragoman.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Key of a link between a person and a role of one account. */
@Embeddable
record MembershipKey(
        @Column(name = "account_id") int account,
        @Column(name = "person_id") UUID person,
        @Column(name = "role_id") UUID role) {}
