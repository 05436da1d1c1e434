package io.dragoman.store;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.Caller;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Makes, changes and deletes people, each inside a transaction that is begun and ended by the caller. */
@ApplicationScoped
class PersonWriter {

    private final VisibilityConfig visibility;
    private final LinkWriter links;
    private final Clock clock;

    PersonWriter(VisibilityConfig visibility, LinkWriter links, Clock clock) {
        this.visibility = visibility;
        this.links = links;
        this.clock = clock;
    }

    Uni<UserId> create(Mutiny.Session session, UserChange initial, Caller by) {
        UserKind kind = initial.get(Attribute.KIND).orElse(UserKind.STAFF);
        EntityKey key = new EntityKey(by.account(), new UserId(Uuids.next(clock)));
        return account(session, by)
                .chain(account -> PersonNumbers.take(session, by.account(), visibility.of(kind), kind == UserKind.STAFF)
                        .chain(numbers -> DefaultLogin.given(session, initial, key, numberFor(by.system(), numbers))
                                .chain(named -> create(
                                        session,
                                        new PersonEntity(key, account.timeZone(), clock.instant(), by.login()),
                                        complete(named, kind, account),
                                        numbers,
                                        by))))
                .replaceWith(() -> new UserId(key.id()));
    }

    Uni<Void> change(Mutiny.Session session, EntityKey key, UserChange change, Caller by) {
        return Rows.lock(session, PersonEntity.class, key)
                .chain(person -> withDefaultRole(session, person, change, by)
                        .chain(complete -> change(session, person, complete, by)));
    }

    Uni<Void> delete(Mutiny.Session session, EntityKey key, Caller by) {
        return Rows.lock(session, PersonEntity.class, key)
                .chain(session::remove)
                .chain(() -> log(session, key, Journal.Action.DELETE, new JsonObject(), by));
    }

    private Uni<Void> create(
            Mutiny.Session session, PersonEntity person, UserChange initial, Map<Counter, Long> numbers, Caller by) {
        person.write(initial, clock.instant(), by.login());
        return session.persist(person)
                .chain(() -> PersonNumbers.persist(session, person, numbers))
                .chain(() -> links.move(session, person.key(), null, person.primaryRole()))
                .chain(() -> log(session, person.key(), Journal.Action.CREATE, Journal.values(initial), by));
    }

    private Uni<Void> change(Mutiny.Session session, PersonEntity person, UserChange change, Caller by) {
        UUID formerRole = person.primaryRole();
        person.write(change, clock.instant(), by.login());
        Uni<Void> numbered = change.get(Attribute.KIND).isEmpty()
                ? Uni.createFrom().voidItem()
                : PersonNumbers.complete(
                        session, person, visibility.of(person.kind()), person.kind() == UserKind.STAFF);
        return numbered.chain(() -> links.move(session, person.key(), formerRole, person.primaryRole()))
                .chain(() -> log(session, person.key(), Journal.Action.CHANGE, Journal.values(change), by));
    }

    /** Whoever becomes staff without a role gets the account's default one. */
    private static Uni<UserChange> withDefaultRole(
            Mutiny.Session session, PersonEntity person, UserChange change, Caller by) {
        boolean needed =
                change.get(Attribute.KIND).filter(UserKind.STAFF::equals).isPresent()
                        && person.primaryRole() == null
                        && change.get(Attribute.PRIMARY_ROLE).isEmpty();
        return needed
                ? account(session, by).map(account -> change.with(Attribute.PRIMARY_ROLE, defaultRole(account)))
                : Uni.createFrom().item(change);
    }

    private static UserChange complete(UserChange initial, UserKind kind, AccountEntity account) {
        UserChange complete = initial.with(Attribute.KIND, kind);
        return kind == UserKind.STAFF && initial.get(Attribute.PRIMARY_ROLE).isEmpty()
                ? complete.with(Attribute.PRIMARY_ROLE, defaultRole(account))
                : complete;
    }

    /** The number in the caller's system; whoever is not visible there is called by the highest he has. */
    private static long numberFor(String system, Map<Counter, Long> numbers) {
        Long number = numbers.get(Counter.person(system));
        return number != null
                ? number
                : numbers.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static @Nullable RoleId defaultRole(AccountEntity account) {
        UUID role = account.defaultRole();
        return role == null ? null : new RoleId(role);
    }

    private static Uni<AccountEntity> account(Mutiny.Session session, Caller by) {
        return session.find(AccountEntity.class, by.account().value())
                .onItem()
                .ifNull()
                .failWith(() -> Failure.of(Kind.NOT_FOUND).toException());
    }

    private Uni<Void> log(Mutiny.Session session, EntityKey key, Journal.Action action, JsonObject changes, Caller by) {
        Journal.Entry entry = new Journal.Entry(Journal.Subject.PERSON, key, action, changes);
        return Journal.write(session, entry, by, clock.instant());
    }
}
