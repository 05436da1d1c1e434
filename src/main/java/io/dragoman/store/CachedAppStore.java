package io.dragoman.store;

import io.dragoman.account.App;
import io.dragoman.account.AppStore;
import io.dragoman.cache.CacheConfig;
import io.dragoman.cache.CachePlan;
import io.dragoman.cache.Coherence;
import io.dragoman.cache.CoherentCache;
import io.dragoman.cache.Dependence;
import io.dragoman.directory.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Remembers registered applications, and that they are not registered. */
@Singleton
class CachedAppStore implements AppStore {

    private static final int APP = 300;

    private final PostgresAppStore store;
    private final CoherentCache<AppKey, Optional<App>> apps;

    CachedAppStore(PostgresAppStore store, Coherence coherence, CacheConfig config) {
        this.store = store;
        apps = coherence.cache(new CachePlan<>(
                "apps",
                config.maxAge(),
                (key, found) -> Dependence.onContentOf(key.account()),
                (key, found) -> Weights.entry(found, app -> APP, key.app())));
    }

    private record AppKey(AccountId account, String system, String app) {}

    @Override
    public Uni<Optional<App>> find(AccountId account, String system, String appId) {
        return apps.get(new AppKey(account, system, appId), () -> store.find(account, system, appId));
    }
}
