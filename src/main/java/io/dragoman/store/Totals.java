package io.dragoman.store;

import io.dragoman.cache.CacheConfig;
import io.dragoman.cache.CachePlan;
import io.dragoman.cache.Coherence;
import io.dragoman.cache.CoherentCache;
import io.dragoman.cache.Dependence;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.Criterion;
import io.dragoman.directory.UserQuery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how many people match where they are many, as to count them takes as long as to read them all.
 *
 * <p>Such a total outlives changes of single people for a short time; a bulk change drops it.
 */
@ApplicationScoped
class Totals {

    private static final int WEIGHT = 400;

    private final CoherentCache<Crowd, Long> totals;

    Totals(Coherence coherence, CacheConfig config) {
        totals = coherence.cache(new CachePlan<>(
                "totals",
                config.totalsAge(),
                (crowd, total) -> Dependence.onContentOf(crowd.account()),
                (crowd, total) -> WEIGHT + 2 * crowd.conditions().toString().length()));
    }

    /** Those of whom a system knows that all conditions hold. */
    private record Crowd(AccountId account, String system, List<List<Criterion>> conditions) {

        static Crowd of(AccountId account, UserQuery query) {
            return new Crowd(account, query.system(), query.conditions());
        }
    }

    /** How many there are, null where that is not remembered. */
    @Nullable
    Long known(AccountId account, UserQuery query) {
        return query.conditions().isEmpty() ? null : totals.find(Crowd.of(account, query));
    }

    Uni<Long> get(AccountId account, UserQuery query, Supplier<Uni<Long>> counting) {
        return totals.get(Crowd.of(account, query), counting);
    }
}
