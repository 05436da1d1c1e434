package io.dragoman.directory;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What can be done with an account's own properties of people; writing needs users:edit. */
@ApplicationScoped
public class PropertyDirectory {

    private final PropertyStore properties;
    private final Limits limits;

    PropertyDirectory(PropertyStore properties, Limits limits) {
        this.properties = properties;
        this.limits = limits;
    }

    /** All properties, by number. */
    public Uni<List<Property>> list(Caller caller) {
        return properties.list(caller.account());
    }

    /** Fails with NOT_FOUND. */
    public Uni<Property> get(Caller caller, long number) {
        return properties.get(caller.account(), number).map(PropertyDirectory::orNotFound);
    }

    public Uni<Property> create(Caller caller, PropertyChange initial) {
        return allowed(caller)
                .invoke(() -> limits.checkProperty(initial))
                .chain(() -> properties.create(initial, caller));
    }

    public Uni<Property> change(Caller caller, Property property, PropertyChange change) {
        return allowed(caller)
                .invoke(() -> limits.checkProperty(change))
                .chain(() -> properties.change(caller.account(), property.id(), change, caller));
    }

    /** Deletes a property with all its values. */
    public Uni<Void> delete(Caller caller, Property property) {
        return allowed(caller).chain(() -> properties.delete(caller.account(), property.id(), caller));
    }

    public Uni<Page<PropertyValue>> values(Caller caller, PropertyValueQuery query) {
        return properties.values(caller.account(), query);
    }

    /** Fails with NOT_FOUND. */
    public Uni<PropertyValue> value(Caller caller, String system, long number) {
        return properties.value(caller.account(), system, number).map(PropertyDirectory::orNotFound);
    }

    /** Sets a person's value. PROTECTED where he is root and the caller is not. */
    public Uni<PropertyValue> set(Caller caller, Property property, User user, String value) {
        return allowed(caller)
                .invoke(() -> refuseRootOfOthers(caller, user))
                .invoke(() -> limits.checkPropertyValue(value))
                .chain(() -> properties.set(caller.account(), property.id(), user.id(), value, caller))
                .chain(number -> value(caller, caller.system(), number));
    }

    private static Uni<Void> allowed(Caller caller) {
        return Uni.createFrom().voidItem().invoke(() -> caller.require(Permission.USERS_EDIT));
    }

    private static void refuseRootOfOthers(Caller caller, User user) {
        if (user.root() && !caller.root()) {
            throw Failure.of(Kind.PROTECTED, "the root administrator").toException();
        }
    }

    private static <T> T orNotFound(Optional<T> found) {
        return found.orElseThrow(() -> Failure.of(Kind.NOT_FOUND).toException());
    }
}
