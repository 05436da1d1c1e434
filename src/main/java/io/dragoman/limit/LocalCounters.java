package io.dragoman.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Counters of this process alone, forgotten a window after they were last needed; bounded in number. */
@ApplicationScoped
class LocalCounters implements Counters {

    private record Key(String bucket, long window) {}

    private record Counter(AtomicLong used, long lifetimeNanos) {}

    private final Clock clock;
    private final Cache<Key, Counter> counters;

    LocalCounters(Clock clock, LimitConfig config) {
        this.clock = clock;
        this.counters = Caffeine.newBuilder()
                .maximumSize(config.maxCounters())
                .expireAfter(Expiry.<Key, Counter>creating((key, counter) -> Duration.ofNanos(counter.lifetimeNanos())))
                .build();
    }

    @Override
    public Uni<Count> add(Quota quota, int cost) {
        Instant now = clock.instant();
        Key key = new Key(quota.bucket(), quota.window().index(now));
        Counter counter = counters.get(
                key,
                k -> new Counter(new AtomicLong(), 2 * quota.window().length().toNanos()));
        long before = counter.used().getAndUpdate(used -> used + cost > quota.limit() ? used : used + cost);
        boolean added = before + cost <= quota.limit();
        return Uni.createFrom().item(new Count(added, added ? before + cost : before, now));
    }
}
