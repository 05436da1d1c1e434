package io.dragoman.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Key of a number: what a system of an account knows somebody or something by. */
@Embeddable
record NumberKey(
        @Column(name = "account_id") int account,
        @Column(name = "system") String system,
        @Column(name = "number") long number) {}
