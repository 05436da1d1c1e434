package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.PropertyChange;
import io.dragoman.directory.PropertyId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes properties and their values, each inside a transaction that is begun and ended by the caller. */
@ApplicationScoped
class PropertyWriter {

    private final Clock clock;

    PropertyWriter(Clock clock) {
        this.clock = clock;
    }

    Uni<Long> create(Mutiny.Session session, PropertyChange initial, Caller by) {
        EntityKey key = new EntityKey(by.account(), new PropertyId(Uuids.next(clock)));
        return NumberCounters.next(session, by.account(), Counter.PROPERTY)
                .call(number -> session.persist(new PropertyEntity(key, number).write(initial)))
                .call(() -> log(session, key, Journal.Action.CREATE, Journal.values(initial), by));
    }

    Uni<Long> change(Mutiny.Session session, EntityKey key, PropertyChange change, Caller by) {
        return Rows.lock(session, PropertyEntity.class, key)
                .map(property -> property.write(change).number())
                .call(() -> log(session, key, Journal.Action.CHANGE, Journal.values(change), by));
    }

    Uni<Void> delete(Mutiny.Session session, EntityKey key, Caller by) {
        return Rows.lock(session, PropertyEntity.class, key)
                .chain(session::remove)
                .chain(() -> log(session, key, Journal.Action.DELETE, new JsonObject(), by));
    }

    /** Sets a person's value and gives its number; who sets another one of the same person's waits meanwhile. */
    Uni<Long> set(Mutiny.Session session, PropertyValueKey key, String value, Caller by) {
        EntityKey person = new EntityKey(key.account(), key.person());
        JsonObject changes = new JsonObject().put("property " + key.property(), value);
        Journal.Entry entry = new Journal.Entry(Journal.Subject.PERSON, person, Journal.Action.CHANGE, changes);
        return Rows.lock(session, PersonEntity.class, person)
                .chain(() -> session.find(PropertyValueEntity.class, key))
                .onItem()
                .ifNotNull()
                .invoke(known -> known.replace(value))
                .onItem()
                .ifNull()
                .switchTo(() -> added(session, key, value))
                .map(PropertyValueEntity::number)
                .call(() -> Journal.write(session, entry, by, clock.instant()));
    }

    private static Uni<PropertyValueEntity> added(Mutiny.Session session, PropertyValueKey key, String value) {
        return NumberCounters.next(session, new AccountId(key.account()), Counter.PROPERTY_VALUE)
                .map(number -> new PropertyValueEntity(key, number, value))
                .call(session::persist);
    }

    private Uni<Void> log(Mutiny.Session session, EntityKey key, Journal.Action action, JsonObject changes, Caller by) {
        Journal.Entry entry = new Journal.Entry(Journal.Subject.PROPERTY, key, action, changes);
        return Journal.write(session, entry, by, clock.instant());
    }
}
