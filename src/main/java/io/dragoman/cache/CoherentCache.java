package io.dragoman.cache;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.freshness.Freshness;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers values of one kind, one reading a key however many ask at once, and never serves what was changed since.
 *
 * <p>Whether an entry is still good is asked when it is served, not when it is put: what a reading brings that began
 * before a change carries the older moment for ever, whenever it ends. Where a value cannot be read anew because the
 * database is away, {@link Outage} serves one that is too old but not known to be changed.
 */
public final class CoherentCache<K, V> {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Failure TOO_LATE = Failure.retryable(Kind.UNAVAILABLE, "the directory", Duration.ofSeconds(1));

    private final CachePlan<K, V> plan;
    private final Shared shared;
    private final CacheMeters meters;
    private final Outage outage;
    private final long maxAge;
    private final long blindTtl;
    private final ConcurrentMap<K, Load<V>> loads = new ConcurrentHashMap<>();

    CoherentCache(CachePlan<K, V> plan, Shared shared, CacheMeters meters) {
        this.plan = plan;
        this.shared = shared;
        this.meters = meters;
        outage = new Outage(shared, meters);
        maxAge = plan.maxAge().toNanos();
        blindTtl = shared.blindTtl().toNanos();
    }

    /** The value of a key, remembered or read. Fails as the reading does; nothing is remembered of a failure. */
    public Uni<V> get(K key, Supplier<Uni<V>> reading) {
        return Uni.createFrom().deferred(() -> answer(key, reading));
    }

    /** The value of a key as far as it is remembered and would be served; null else. */
    public @Nullable V find(K key) {
        Entry<V> entry = unchanged(key);
        if (entry == null || !isFresh(entry, shared.now())) {
            meters.miss();
            return null;
        }
        meters.hit();
        return entry.value();
    }

    /**
     * Remembers a value that was made since a mark, in one request, of nothing but what that was served by these caches
     * and what was read since; not where no changes were heard then.
     */
    public void keep(K key, V value, Mark mark) {
        Context maker = Vertx.currentContext();
        // The latter is made of what may be served while the database is away, and then alone.
        if (!mark.heard() || Freshness.noted(maker) != null) {
            return;
        }
        Entry<V> entry = new Entry<>(
                value,
                mark.moment(),
                Readings.oldest(maker, mark.begun()),
                plan.dependence().apply(key, value),
                plan.weigher().applyAsInt(key, value));
        if (entry.isUnchanged(shared.epochs())) {
            shared.memory().put(key, entry);
        }
    }

    private Uni<V> answer(K key, Supplier<Uni<V>> reading) {
        Entry<V> entry = unchanged(key);
        long now = shared.now();
        Context caller = Vertx.currentContext();
        if (entry != null && isFresh(entry, now)) {
            meters.hit();
            return Uni.createFrom().item(value(entry, caller));
        }
        Load<V> mine = new Load<>(shared.epochs().now(), now);
        Load<V> load = joinOrBegin(key, mine, reading);
        Uni<V> answer = outcome(key, load, load == mine, reading, caller).map(read -> value(read, caller));
        if (entry == null) {
            meters.miss();
            return answer;
        }
        return outage.readOrServe(answer, entry, load, caller);
    }

    private V value(Entry<V> entry, @Nullable Context caller) {
        Readings.note(caller, entry.read());
        return entry.value();
    }

    /** The entry of a key, unless what it holds was changed. */
    private @Nullable Entry<V> unchanged(K key) {
        Entry<V> entry = shared.memory().find(key);
        if (entry == null || entry.isUnchanged(shared.epochs())) {
            return entry;
        }
        shared.memory().remove(key, entry);
        meters.dropped();
        return null;
    }

    private boolean isFresh(Entry<V> entry, long now) {
        long age = now - entry.read();
        return age <= maxAge
                && (age <= blindTtl || shared.hearing().isListening(now))
                && entry.isUnsuspected(shared.epochs());
    }

    /**
     * What a reading brings. Another one's is good for those who came later only as long as an entry of its age is; else a
     * reading that begins after that one's end is good whoever begins it.
     */
    private Uni<Entry<V>> outcome(
            K key, Load<V> load, boolean own, Supplier<Uni<V>> reading, @Nullable Context caller) {
        return own
                ? load.outcome(caller)
                : joined(load, caller)
                        .chain(entry -> entry.isUnchanged(shared.epochs()) && isFresh(entry, shared.now())
                                ? Uni.createFrom().item(entry)
                                : again(key, reading, caller));
    }

    private Uni<Entry<V>> again(K key, Supplier<Uni<V>> reading, @Nullable Context caller) {
        return joined(joinOrBegin(key, new Load<>(shared.epochs().now(), shared.now()), reading), caller);
    }

    /** Whoever waits for another one's reading waits for the database, and no longer than for a reading of his own. */
    private Uni<Entry<V>> joined(Load<V> load, @Nullable Context caller) {
        return Uni.createFrom().deferred(() -> {
            Waits waits = Waits.of(caller);
            Duration left = shared.timeout().minus(waits.begin());
            return load.outcome(caller)
                    .ifNoItem()
                    .after(left.compareTo(SHORTEST) < 0 ? SHORTEST : left)
                    .failWith(TOO_LATE::toException)
                    .emitOn(answer -> Load.onContext(caller, answer))
                    .onTermination()
                    .invoke(waits::end);
        });
    }

    private Load<V> joinOrBegin(K key, Load<V> mine, Supplier<Uni<V>> reading) {
        Load<V> other = loads.putIfAbsent(key, mine);
        if (other != null) {
            return other;
        }
        Entry<V> entry = unchanged(key);
        if (entry != null && isFresh(entry, shared.now())) {
            // Another reading ended between the miss and the turn to read.
            loads.remove(key, mine);
            mine.succeed(entry);
        } else {
            begin(key, mine, reading);
        }
        return mine;
    }

    /** Subscribed here, as it is read for all who wait and are to come: nobody's going away may end it. */
    private void begin(K key, Load<V> load, Supplier<Uni<V>> reading) {
        Uni.createFrom()
                .deferred(reading::get)
                .map(value -> load.entry(
                        value,
                        plan.dependence().apply(key, value),
                        plan.weigher().applyAsInt(key, value)))
                .subscribe()
                .with(entry -> keep(key, load, entry), failure -> fail(key, load, failure));
    }

    // Kept before it is no longer under way, so that whoever misses meets the one or the other.
    private void keep(K key, Load<V> load, Entry<V> entry) {
        if (entry.isUnchanged(shared.epochs())) {
            shared.memory().put(key, entry);
        }
        loads.remove(key, load);
        load.succeed(entry);
    }

    private void fail(K key, Load<V> load, Throwable failure) {
        loads.remove(key, load);
        load.fail(failure);
    }
}
