package io.dragoman.store;

import io.dragoman.directory.Caller;
import io.dragoman.directory.NumberChange;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Makes, changes and deletes roles, each inside a transaction that is begun and ended by the caller. */
@ApplicationScoped
class RoleWriter {

    private static final String CHECK_AT_ONCE = "set constraints account_default_role immediate";

    private final VisibilityConfig visibility;
    private final Clock clock;

    RoleWriter(VisibilityConfig visibility, Clock clock) {
        this.visibility = visibility;
        this.clock = clock;
    }

    Uni<RoleId> create(Mutiny.Session session, RoleChange initial, Caller by) {
        RoleId id = new RoleId(Uuids.next(clock));
        EntityKey key = new EntityKey(by.account(), id);
        RoleEntity role = new RoleEntity(key, clock.instant(), by.login());
        role.write(initial, clock.instant(), by.login());
        return NumberCounters.next(session, by.account(), counters(initial))
                .call(() -> session.persist(role))
                .chain(numbers -> session.persistAll(rows(key, numbers)))
                .chain(() -> RoleNumbers.write(session, key, initial.numbers()))
                .chain(() -> log(session, key, Journal.Action.CREATE, Journal.values(initial), by))
                .replaceWith(id);
    }

    Uni<Void> change(Mutiny.Session session, EntityKey key, RoleChange change, Caller by) {
        return Rows.lock(session, RoleEntity.class, key)
                .invoke(role -> Rows.requireVersion(role.version(), change.expected()))
                .invoke(role -> role.write(change, clock.instant(), by.login()))
                .chain(() -> RoleNumbers.write(session, key, change.numbers()))
                .chain(() -> log(session, key, Journal.Action.CHANGE, Journal.values(change), by));
    }

    Uni<Void> delete(Mutiny.Session session, EntityKey key, @Nullable Long expected, Caller by) {
        return Rows.lock(session, RoleEntity.class, key)
                .invoke(role -> Rows.requireVersion(role.version(), expected))
                .call(() -> session.createNativeQuery(CHECK_AT_ONCE).executeUpdate())
                .chain(session::remove)
                .chain(session::flush)
                .chain(() -> log(session, key, Journal.Action.DELETE, new JsonObject(), by));
    }

    /** Those of the systems whose numbers are not said. */
    private List<Counter> counters(RoleChange initial) {
        NumberChange given = initial.numbers();
        return visibility.roles().stream()
                .filter(system -> given == null || !given.names(system))
                .map(Counter::role)
                .toList();
    }

    private static Object[] rows(EntityKey key, Map<Counter, Long> numbers) {
        return numbers.entrySet().stream()
                .map(entry -> new RoleNumberEntity(key, entry.getKey().system(), entry.getValue()))
                .toArray();
    }

    private Uni<Void> log(Mutiny.Session session, EntityKey key, Journal.Action action, JsonObject changes, Caller by) {
        Journal.Entry entry = new Journal.Entry(Journal.Subject.ROLE, key, action, changes);
        return Journal.write(session, entry, by, clock.instant());
    }
}
