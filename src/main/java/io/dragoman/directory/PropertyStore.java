package io.dragoman.directory;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Where properties and their values are kept; an account has few properties, so lists of them are whole.
 *
 * <p>Every write is one transaction with its change-log entry. Failures as in {@link UserStore}.
 */
public interface PropertyStore {

    /** All properties, by number. */
    Uni<List<Property>> list(AccountId account);

    Uni<Optional<Property>> get(AccountId account, long number);

    Uni<Property> create(PropertyChange initial, Caller by);

    Uni<Property> change(AccountId account, PropertyId id, PropertyChange change, Caller by);

    /** Deletes a property with all its values. */
    Uni<Void> delete(AccountId account, PropertyId id, Caller by);

    Uni<Page<PropertyValue>> values(AccountId account, PropertyValueQuery query);

    Uni<Optional<PropertyValue>> value(AccountId account, String system, long number);

    /** Sets a person's value, in place of an older one, and gives its number. */
    Uni<Long> set(AccountId account, PropertyId property, UserId user, String value, Caller by);
}
