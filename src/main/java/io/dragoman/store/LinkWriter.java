package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Links;
import io.dragoman.directory.RoleId;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes people's links to roles; each write gives a link a new number. */
@ApplicationScoped
class LinkWriter {

    private static final String OF_PERSON =
            "from MembershipEntity m where m.key.account = :account and m.key.person = :person";

    private final Clock clock;

    LinkWriter(Clock clock) {
        this.clock = clock;
    }

    /** Sets a link, and gives its number. CONFLICT for the primary role's, which is always active. */
    Uni<Long> link(Mutiny.Session session, EntityKey key, RoleId role, LinkStatus status, Caller by) {
        return Rows.lock(session, PersonEntity.class, key)
                .invoke(person -> touch(person, role, by))
                .chain(() -> put(session, key, role.value(), status))
                .call(() -> Journal.write(session, entry(key, role, status), by, clock.instant()));
    }

    /** Makes a person's links those wanted and his primary role's; one that stays as it is keeps its number. */
    static Uni<Void> replace(Mutiny.Session session, PersonEntity person, Links wanted) {
        EntityKey key = person.key();
        Map<UUID, LinkStatus> byRole = new TreeMap<>();
        wanted.byRole().forEach((role, status) -> byRole.put(role.value(), status));
        UUID primary = person.primaryRole();
        if (primary != null && byRole.getOrDefault(primary, LinkStatus.ACTIVE) != LinkStatus.ACTIVE) {
            throw Failure.ofField(Kind.CONFLICT, "links", "the link of the primary role is active")
                    .toException();
        }
        return session.createQuery(OF_PERSON, MembershipEntity.class)
                .setParameter("account", key.account())
                .setParameter("person", key.id())
                .getResultList()
                .chain(links -> replace(session, key, links, byRole, primary));
    }

    private static Uni<Void> replace(
            Mutiny.Session session,
            EntityKey person,
            List<MembershipEntity> links,
            Map<UUID, LinkStatus> wanted,
            @Nullable UUID primary) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (MembershipEntity link : links) {
            LinkStatus status = wanted.remove(link.role());
            if (status == null && !link.role().equals(primary)) {
                done = done.chain(() -> session.remove(link));
            } else if (status != null && status != link.status()) {
                done = done.chain(
                        () -> put(session, person, link.role(), status).replaceWithVoid());
            }
        }
        if (primary != null) {
            wanted.remove(primary);
        }
        for (Map.Entry<UUID, LinkStatus> added : wanted.entrySet()) {
            done = done.chain(
                    () -> put(session, person, added.getKey(), added.getValue()).replaceWithVoid());
        }
        return done;
    }

    /** Moves the primary role's link from one role to another. */
    Uni<Void> move(Mutiny.Session session, EntityKey key, @Nullable UUID from, @Nullable UUID to) {
        if (Objects.equals(from, to)) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> removed = from == null ? Uni.createFrom().voidItem() : remove(session, key, from);
        return to == null
                ? removed
                : removed.chain(() -> put(session, key, to, LinkStatus.ACTIVE)).replaceWithVoid();
    }

    private void touch(PersonEntity person, RoleId role, Caller by) {
        if (role.value().equals(person.primaryRole())) {
            throw Failure.of(Kind.CONFLICT, "the link of the primary role").toException();
        }
        person.touch(clock.instant(), by.login());
    }

    private static Uni<Long> put(Mutiny.Session session, EntityKey person, UUID role, LinkStatus status) {
        MembershipKey key = new MembershipKey(person.account(), person.id(), role);
        return NumberCounters.next(session, new AccountId(person.account()), Counter.LINK)
                .call(number -> put(session, key, number, status));
    }

    private static Uni<Void> put(Mutiny.Session session, MembershipKey key, long number, LinkStatus status) {
        return session.find(MembershipEntity.class, key)
                .onItem()
                .ifNotNull()
                .invoke(link -> link.replace(number, status))
                .onItem()
                .ifNull()
                .switchTo(() -> persisted(session, new MembershipEntity(key, number, status)))
                .replaceWithVoid();
    }

    private static Uni<MembershipEntity> persisted(Mutiny.Session session, MembershipEntity link) {
        return session.persist(link).replaceWith(link);
    }

    private static Uni<Void> remove(Mutiny.Session session, EntityKey person, UUID role) {
        return session.find(MembershipEntity.class, new MembershipKey(person.account(), person.id(), role))
                .onItem()
                .ifNotNull()
                .call(session::remove)
                .replaceWithVoid();
    }

    private static Journal.Entry entry(EntityKey key, RoleId role, LinkStatus status) {
        JsonObject changes =
                new JsonObject().put("role", role.value().toString()).put("status", status.name());
        return new Journal.Entry(Journal.Subject.PERSON, key, Journal.Action.LINK, changes);
    }
}
