package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.PropertyId;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Key of what belongs to an account: a person, a role or a property. */
@Embeddable
record EntityKey(
        @Column(name = "account_id") int account,
        @Column(name = "id") UUID id) {

    EntityKey(AccountId account, UserId id) {
        this(account.value(), id.value());
    }

    EntityKey(AccountId account, RoleId id) {
        this(account.value(), id.value());
    }

    EntityKey(AccountId account, PropertyId id) {
        this(account.value(), id.value());
    }
}
