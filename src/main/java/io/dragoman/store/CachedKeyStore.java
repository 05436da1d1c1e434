package io.dragoman.store;

import io.dragoman.account.KeyHolder;
import io.dragoman.account.KeyStore;
import io.dragoman.cache.CacheConfig;
import io.dragoman.cache.CachePlan;
import io.dragoman.cache.Coherence;
import io.dragoman.cache.CoherentCache;
import io.dragoman.cache.Dependence;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Remembers whose a key is, and that it is nobody's; for a short time, so that a revoked key is refused whatever is heard. */
@Singleton
class CachedKeyStore implements KeyStore {

    private final PostgresKeyStore store;
    private final CoherentCache<Shown, Optional<KeyHolder>> holders;

    CachedKeyStore(PostgresKeyStore store, Coherence coherence, CacheConfig config) {
        this.store = store;
        holders = coherence.cache(new CachePlan<>(
                "principals",
                config.principalTtl(),
                (key, found) -> found.map(CachedKeyStore::dependence).orElseGet(Dependence::onStrangers),
                (key, found) -> Weights.entry(found, Weights::holder, key.hash())));
    }

    /** The keyed hash of a key in a system; never shown. */
    private record Shown(String system, String hash) {

        @Override
        public String toString() {
            return "Shown[…]";
        }
    }

    @Override
    public Uni<Optional<KeyHolder>> find(String system, String hash) {
        return holders.get(new Shown(system, hash), () -> store.find(system, hash));
    }

    private static Dependence dependence(KeyHolder holder) {
        return Dependence.onKey(
                holder.account().id(), holder.user().id(), holder.key().id());
    }
}
