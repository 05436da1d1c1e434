package io.dragoman.store;

import io.dragoman.cache.CacheConfig;
import io.dragoman.cache.CachePlan;
import io.dragoman.cache.Change;
import io.dragoman.cache.Coherence;
import io.dragoman.cache.CoherentCache;
import io.dragoman.cache.Dependence;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.Once;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.RoleStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers roles; as people are made of them, a change of one that is not new drops everything of the account. */
@ApplicationScoped
class CachedRoleStore implements RoleStore {

    private static final String NAME = "roles";

    private final PostgresRoleStore store;
    private final Coherence coherence;
    private final CoherentCache<RolesOf, List<Role>> lists;
    private final CoherentCache<RoleByNumber, Optional<Role>> byNumber;

    CachedRoleStore(PostgresRoleStore store, Coherence coherence, CacheConfig config) {
        this.store = store;
        this.coherence = coherence;
        lists = coherence.cache(new CachePlan<>(
                NAME,
                config.maxAge(),
                (key, roles) -> Dependence.onAnythingOf(key.account()),
                (key, roles) -> Weights.list(roles, Weights::role)));
        byNumber = coherence.cache(new CachePlan<>(
                NAME,
                config.maxAge(),
                (key, found) -> dependence(key.account(), found),
                (key, found) -> Weights.entry(found, Weights::role)));
    }

    private record RolesOf(AccountId account, String system) {}

    private record RoleByNumber(AccountId account, String system, long number) {}

    @Override
    public Uni<List<Role>> list(AccountId account, String system) {
        return lists.get(new RolesOf(account, system), () -> store.list(account, system));
    }

    @Override
    public Uni<Optional<Role>> get(AccountId account, String system, long number) {
        return byNumber.get(new RoleByNumber(account, system, number), () -> store.get(account, system, number));
    }

    @Override
    public Uni<Role> create(RoleChange initial, Caller by, Once<Role> once) {
        return coherence.dropping(Change.ofSomethingNew(by.account()), store.create(initial, by, once));
    }

    @Override
    public Uni<Role> change(AccountId account, RoleId id, RoleChange change, Caller by) {
        return coherence.dropping(Change.ofContent(account), store.change(account, id, change, by));
    }

    @Override
    public Uni<Void> delete(AccountId account, RoleId id, @Nullable Long expected, Caller by) {
        return coherence.dropping(Change.ofContent(account), store.delete(account, id, expected, by));
    }

    private static Dependence dependence(AccountId account, Optional<Role> found) {
        return found.isPresent() ? Dependence.onContentOf(account) : Dependence.onAnythingOf(account);
    }
}
