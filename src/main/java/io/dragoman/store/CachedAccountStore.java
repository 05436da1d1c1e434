package io.dragoman.store;

import io.dragoman.account.Account;
import io.dragoman.account.AccountStore;
import io.dragoman.account.SystemName;
import io.dragoman.cache.CacheConfig;
import io.dragoman.cache.CachePlan;
import io.dragoman.cache.Coherence;
import io.dragoman.cache.CoherentCache;
import io.dragoman.cache.Dependence;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Remembers whose a name is; as a name may become another account's, a change of any account drops all of them. */
@Singleton
class CachedAccountStore implements AccountStore {

    private final PostgresAccountStore store;
    private final CoherentCache<SystemName, Optional<Account>> byName;

    CachedAccountStore(PostgresAccountStore store, Coherence coherence, CacheConfig config) {
        this.store = store;
        byName = coherence.cache(new CachePlan<>(
                "accounts",
                config.maxAge(),
                (key, found) -> Dependence.onStrangers(),
                (key, found) -> Weights.entry(found, Weights::account, key.name())));
    }

    @Override
    public Uni<Optional<Account>> byName(String system, String name) {
        SystemName key = new SystemName(system, name.toLowerCase(Locale.ROOT));
        return byName.get(key, () -> store.byName(system, name));
    }

    @Override
    public Uni<Set<SystemName>> hosts() {
        return store.hosts();
    }
}
