package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Attribute;
import io.dragoman.directory.Caller;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

    /**
     * Makes a person, and gives what a statement finds of him. Whoever takes a number next waits for the commit, so all that
     * comes after it is sent together.
     *
     * @param reading for the person's key
     */
    <T> Uni<Optional<T>> create(
            Mutiny.Session session,
            UserChange initial,
            Caller by,
            Function<EntityKey, InSession.Statement> reading,
            Function<Row, T> mapping) {
        UserKind kind = initial.get(Attribute.KIND).orElse(UserKind.STAFF);
        EntityKey key = new EntityKey(by.account(), new UserId(Uuids.next(clock)));
        Uni<Optional<T>> creation = Uni.combine()
                .all()
                .unis(AccountDefaults.of(session, by.account()), take(session, initial, kind, by))
                .withUni((defaults, given) -> {
                    PersonEntity person = new PersonEntity(key, defaults.timeZone(), clock.instant(), by.login());
                    UserChange complete = complete(named(initial, key, by, given), kind, defaults);
                    return create(session, person, complete, given.numbers(), by)
                            .chain(entry -> InSession.together(
                                    session,
                                    List.of(PersonNumbers.adding(key, given.numbers()), entry),
                                    reading.apply(key),
                                    mapping));
                });
        return DefaultLogin.guarded(initial, creation);
    }

    Uni<Void> change(Mutiny.Session session, EntityKey key, UserChange change, Caller by) {
        return Rows.lock(session, PersonEntity.class, key)
                .invoke(person -> Rows.requireVersion(person.version(), change.expected()))
                .chain(person -> withDefaultRole(session, person, change, by)
                        .chain(complete -> change(session, person, complete, by)));
    }

    Uni<Void> delete(Mutiny.Session session, EntityKey key, @Nullable Long expected, Caller by) {
        return Rows.lock(session, PersonEntity.class, key)
                .invoke(person -> Rows.requireVersion(person.version(), expected))
                .chain(session::remove)
                .chain(() -> log(session, key, Journal.Action.DELETE, new JsonObject(), by));
    }

    /** All but what is sent together at the end, of which the entry in the journal is given. */
    private Uni<InSession.Statement> create(
            Mutiny.Session session, PersonEntity person, UserChange initial, Map<Counter, Long> numbers, Caller by) {
        EntityKey key = person.key();
        person.write(initial, clock.instant(), by.login());
        PersonNumbers.employ(person, numbers);
        Journal.Entry entry =
                new Journal.Entry(Journal.Subject.PERSON, key, Journal.Action.CREATE, Journal.values(initial));
        return session.persist(person)
                .chain(() -> links.move(session, key, null, person.primaryRole()))
                .chain(() -> writeBeside(session, person, initial))
                .replaceWith(() -> Journal.statement(entry, by, clock.instant()));
    }

    private static UserChange named(UserChange initial, EntityKey key, Caller by, NumberCounters.Given given) {
        long number = numberFor(by.system(), given.numbers());
        return DefaultLogin.given(initial, key, number, given.named().contains(number));
    }

    private Uni<Void> change(Mutiny.Session session, PersonEntity person, UserChange change, Caller by) {
        UUID formerRole = person.primaryRole();
        person.write(change, clock.instant(), by.login());
        Uni<Void> numbered = change.get(Attribute.KIND).isEmpty()
                ? Uni.createFrom().voidItem()
                : PersonNumbers.complete(
                        session,
                        person,
                        unchosen(person.kind(), change),
                        person.kind() == UserKind.STAFF && !change.names(Attribute.EMPLOYEE_NUMBER));
        return numbered.chain(() -> links.move(session, person.key(), formerRole, person.primaryRole()))
                .chain(() -> writeBeside(session, person, change))
                .chain(() -> log(session, person.key(), Journal.Action.CHANGE, Journal.values(change), by));
    }

    /** What is chosen of a person but not in his own row. */
    private static Uni<Void> writeBeside(Mutiny.Session session, PersonEntity person, UserChange change) {
        Uni<Void> numbered = change.get(Attribute.NUMBERS)
                .map(numbers -> PersonNumbers.choose(session, person.key(), numbers))
                .orElseGet(() -> Uni.createFrom().voidItem());
        return numbered.chain(() -> change.get(Attribute.LINKS)
                        .map(wanted -> LinkWriter.replace(session, person, wanted))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> change.get(Attribute.EMPLOYEE_NUMBER)
                        .map(number -> NumberCounters.raise(
                                session, new AccountId(person.key().account()), Map.of(Counter.EMPLOYEE, number)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** The next numbers where none are chosen. */
    private Uni<NumberCounters.Given> take(Mutiny.Session session, UserChange initial, UserKind kind, Caller by) {
        boolean employee = kind == UserKind.STAFF && !initial.names(Attribute.EMPLOYEE_NUMBER);
        return PersonNumbers.take(session, by.account(), unchosen(kind, initial), employee);
    }

    /** The systems a kind is visible in for which no number is chosen. */
    private List<String> unchosen(UserKind kind, UserChange change) {
        return visibility.of(kind).stream()
                .filter(system -> change.get(Attribute.NUMBERS)
                        .filter(numbers -> numbers.names(system))
                        .isEmpty())
                .toList();
    }

    /** Whoever becomes staff without a role gets the account's default one. */
    private static Uni<UserChange> withDefaultRole(
            Mutiny.Session session, PersonEntity person, UserChange change, Caller by) {
        boolean needed =
                change.get(Attribute.KIND).filter(UserKind.STAFF::equals).isPresent()
                        && person.primaryRole() == null
                        && change.get(Attribute.PRIMARY_ROLE).isEmpty();
        return needed
                ? AccountDefaults.of(session, by.account())
                        .map(defaults -> change.with(Attribute.PRIMARY_ROLE, defaults.role()))
                : Uni.createFrom().item(change);
    }

    private static UserChange complete(UserChange initial, UserKind kind, AccountDefaults defaults) {
        UserChange complete = initial.with(Attribute.KIND, kind);
        return kind == UserKind.STAFF && initial.get(Attribute.PRIMARY_ROLE).isEmpty()
                ? complete.with(Attribute.PRIMARY_ROLE, defaults.role())
                : complete;
    }

    /** The number in the caller's system; whoever is not visible there is called by the highest he has. */
    private static long numberFor(String system, Map<Counter, Long> numbers) {
        Long number = numbers.get(Counter.person(system));
        return number != null
                ? number
                : numbers.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private Uni<Void> log(Mutiny.Session session, EntityKey key, Journal.Action action, JsonObject changes, Caller by) {
        Journal.Entry entry = new Journal.Entry(Journal.Subject.PERSON, key, action, changes);
        return Journal.write(session, entry, by, clock.instant());
    }
}
