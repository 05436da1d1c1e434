package io.dragoman.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Counters of this process alone, forgotten a window after they were last needed; bounded in number. */
final class LocalCounters implements Counters {

    private record Key(String bucket, long window) {}

    private record Counter(AtomicReference<Used> used, Duration lifetime) {}

    /** What was used until now, in a window that ends. */
    private record Used(long calls, Instant end) {

        /** The same while its window lasts; an unused one has not begun. */
        Used at(Instant now, Window window) {
            return calls == 0 || !end.isAfter(now) ? new Used(0, window.end(now)) : this;
        }

        boolean holds(int cost, int limit) {
            return cost == 0 || calls + cost <= limit;
        }

        Used plus(int cost, int limit) {
            return holds(cost, limit) ? new Used(calls + cost, end) : this;
        }

        Used minus(int cost, Instant windowOfCost) {
            return end.equals(windowOfCost) ? new Used(Math.max(0, calls - cost), end) : this;
        }

        int left(int limit) {
            return (int) Math.max(0, limit - calls);
        }
    }

    private final Clock clock;
    private final Cache<Key, Counter> counters;

    LocalCounters(Clock clock, long maxCounters) {
        this.clock = clock;
        this.counters = Caffeine.newBuilder()
                .maximumSize(maxCounters)
                .executor(Runnable::run)
                .expireAfter(Expiry.<Key, Counter>accessing((key, counter) -> counter.lifetime()))
                .build();
    }

    @Override
    public Uni<Count> add(Quota quota, int cost) {
        Instant now = clock.instant();
        Window window = quota.window();
        Used before = counter(quota, now)
                .getAndUpdate(used -> used.at(now, window).plus(cost, quota.limit()))
                .at(now, window);
        Used after = before.plus(cost, quota.limit());
        boolean added = before.holds(cost, quota.limit());
        return Uni.createFrom().item(new Count(added, after.left(quota.limit()), now, after.end(), false));
    }

    @Override
    public Uni<Void> giveBack(Allowance taken, int calls) {
        Instant now = clock.instant();
        Window window = taken.quota().window();
        counter(taken.quota(), now).updateAndGet(used -> used.at(now, window).minus(calls, taken.reset()));
        return Uni.createFrom().voidItem();
    }

    /** How many buckets are counted. */
    long size() {
        return counters.estimatedSize();
    }

    private AtomicReference<Used> counter(Quota quota, Instant now) {
        Window window = quota.window();
        return counters.get(
                        new Key(quota.bucket(), window.index(now)),
                        key -> new Counter(
                                new AtomicReference<>(new Used(0, window.end(now))),
                                window.length().multipliedBy(2)))
                .used();
    }
}
