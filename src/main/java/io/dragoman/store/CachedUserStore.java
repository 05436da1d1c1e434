package io.dragoman.store;

import io.dragoman.cache.CacheConfig;
import io.dragoman.cache.CachePlan;
import io.dragoman.cache.Change;
import io.dragoman.cache.Coherence;
import io.dragoman.cache.CoherentCache;
import io.dragoman.cache.Dependence;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Once;
import io.dragoman.directory.Page;
import io.dragoman.directory.PinHash;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.RoleLink;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserQuery;
import io.dragoman.directory.UserStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers people and lists of them; whom a login or PIN belongs to is asked each time. */
@Singleton
class CachedUserStore implements UserStore {

    private final PostgresUserStore store;
    private final Coherence coherence;
    private final CoherentCache<ByNumber, Optional<User>> byNumber;
    private final CoherentCache<ById, Optional<User>> byId;
    private final CoherentCache<Question, Page<User>> lists;

    CachedUserStore(PostgresUserStore store, Coherence coherence, CacheConfig config) {
        this.store = store;
        this.coherence = coherence;
        byNumber = coherence.cache(new CachePlan<>(
                "people",
                config.maxAge(),
                (key, found) -> dependence(key.account(), found),
                (key, found) -> Weights.entry(found, Weights::user)));
        // Sessions are of people found by their key, and end with a change that may not have been heard.
        byId = coherence.cache(new CachePlan<>(
                "people",
                config.principalTtl(),
                (key, found) -> dependence(key.account(), found),
                (key, found) -> Weights.entry(found, Weights::user)));
        lists = coherence.cache(new CachePlan<>(
                "lists",
                config.maxAge(),
                (key, page) -> Dependence.onAnythingOf(key.account()),
                (key, page) -> Weights.people(key.query(), page)));
    }

    private record ByNumber(AccountId account, String system, long number) {}

    private record ById(AccountId account, UserId id) {}

    private record Question(AccountId account, UserQuery query) {}

    @Override
    public Uni<Page<User>> find(AccountId account, UserQuery query) {
        return lists.get(new Question(account, query), () -> store.find(account, query));
    }

    @Override
    public Uni<Optional<User>> get(AccountId account, String system, long number) {
        return byNumber.get(new ByNumber(account, system, number), () -> store.get(account, system, number));
    }

    @Override
    public Uni<Optional<User>> get(AccountId account, UserId id) {
        return byId.get(new ById(account, id), () -> store.get(account, id));
    }

    @Override
    public Uni<Optional<User>> byLogin(AccountId account, String login) {
        return store.byLogin(account, login);
    }

    @Override
    public Uni<Optional<User>> byPin(AccountId account, PinHash pin) {
        return store.byPin(account, pin);
    }

    @Override
    public Uni<User> create(UserChange initial, Caller by, Once<User> once) {
        return coherence.dropping(Change.ofSomethingNew(by.account()), store.create(initial, by, once));
    }

    @Override
    public Uni<User> change(AccountId account, UserId id, UserChange change, Caller by) {
        return coherence.dropping(Change.of(account, id), store.change(account, id, change, by));
    }

    @Override
    public Uni<Void> delete(AccountId account, UserId id, @Nullable Long expected, Caller by) {
        return coherence.dropping(Change.of(account, id), store.delete(account, id, expected, by));
    }

    @Override
    public Uni<RoleLink> link(AccountId account, UserId id, RoleId role, LinkStatus status, Caller by) {
        return coherence.dropping(Change.of(account, id), store.link(account, id, role, status, by));
    }

    private static Dependence dependence(AccountId account, Optional<User> found) {
        return found.map(user -> Dependence.onPerson(account, user.id()))
                .orElseGet(() -> Dependence.onAnythingOf(account));
    }
}
