package io.dragoman.cache;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.UserId;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A database of two accounts of a few people each, a feed and one replica's caches, in which every step that waits in
 * life (a statement, its answer, a commit's notification, a clock) is taken when the history says so.
 */
final class World {

    static final int ACCOUNTS = 2;
    static final int PEOPLE = 3;

    static final Duration MAX_AGE = Duration.ofSeconds(5);
    static final Duration BLIND_TTL = Duration.ofSeconds(1);
    static final Duration STALE_IF_ERROR = Duration.ofSeconds(6);
    static final Duration DEAF_AFTER = Duration.ofSeconds(3);

    /** A person's state: how often he was written, and whether he exists. */
    record Row(int version, boolean exists) {}

    /** A change and when it was committed. */
    record Told(Change change, long at) {}

    /** Who is asked for; his account's list where it is nobody. */
    record Asked(int account, int person) {

        boolean isList() {
            return person < 0;
        }

        boolean isTouchedBy(Change change) {
            return change.account().value() == account
                    && (isList() || change.id().equals(id(person).value()));
        }
    }

    /** A statement under way: when it looks it sees the rows of that time, when it answers it brings them. */
    final class Statement {

        private final Asked key;
        private final UniEmitter<? super String> answer;
        private @Nullable String seen;

        Statement(Asked key, UniEmitter<? super String> answer) {
            this.key = key;
            this.answer = answer;
        }

        boolean hasLooked() {
            return seen != null;
        }

        void look() {
            seen = committed(key);
        }

        void answer() {
            statements.remove(this);
            answer.complete(Objects.requireNonNull(seen));
        }

        void fail() {
            statements.remove(this);
            answer.fail(Failure.of(Kind.UNAVAILABLE).toException());
        }
    }

    private final Row[][] rows = new Row[ACCOUNTS][PEOPLE];
    final List<Statement> statements = new ArrayList<>();
    final Deque<Told> told = new ArrayDeque<>();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Coherence coherence;
    final CoherentCache<Asked, String> cache;
    long nanos = 1_000_000_000_000L;
    boolean connected;
    boolean reachable = true;
    private long began;

    World() {
        this(Duration.ofMinutes(1));
    }

    /** @param timeout by the real clock, as waits are */
    World(Duration timeout) {
        for (Row[] account : rows) {
            Arrays.fill(account, new Row(0, false));
        }
        coherence = new Coherence(new Config(), registry, timeout, () -> nanos);
        cache = coherence.cache(new CachePlan<>("people", MAX_AGE, World::dependence, (key, value) -> 1));
    }

    private static Dependence dependence(Asked key, String value) {
        AccountId account = new AccountId(key.account());
        return key.isList() || value.equals("nobody")
                ? Dependence.onAnythingOf(account)
                : Dependence.onPerson(account, id(key.person()));
    }

    static UserId id(int person) {
        return new UserId(new UUID(0, person + 1));
    }

    /** What one would read now. */
    String committed(Asked key) {
        if (key.isList()) {
            return List.of(rows[key.account()]).toString();
        }
        Row row = rows[key.account()][key.person()];
        return row.exists() ? row.toString() : "nobody";
    }

    Uni<String> read(Asked key) {
        return cache.get(
                key,
                () -> Uni.createFrom().emitter(answer -> {
                    if (reachable) {
                        statements.add(new Statement(key, answer));
                    } else {
                        answer.fail(Failure.of(Kind.UNAVAILABLE).toException());
                    }
                }));
    }

    /** Somebody commits; who listens is told in the order of commits. */
    Change commit(int account, int person, boolean exists) {
        Row row = rows[account][person];
        rows[account][person] = new Row(row.version() + 1, exists);
        Change change = Change.of(new AccountId(account), id(person));
        if (connected) {
            told.add(new Told(change, nanos));
        }
        return change;
    }

    /** Hears one change, where one was told and not heard yet. */
    Optional<Told> hear() {
        Optional<Told> next = Optional.ofNullable(told.poll());
        next.map(Told::change).ifPresent(coherence::changed);
        return next;
    }

    /** How many answers were served although they could not be read. */
    double staleAnswers() {
        return registry.counter("dragoman.cache.stale.answers", "cache", "people")
                .count();
    }

    /** The connection is there and listens; what is said from now on is heard. */
    void connect() {
        connected = true;
        began = coherence.moment();
    }

    /** All that was said before now has been heard. */
    void prove(long sent) {
        coherence.missedBefore(began);
        coherence.hearing().heard(sent, DEAF_AFTER);
    }

    void disconnect() {
        connected = false;
        told.clear();
        coherence.hearing().lost();
    }

    boolean isListening() {
        return coherence.hearing().isListening(nanos);
    }

    private record Config() implements CacheConfig {

        @Override
        public MemorySize maxWeight() {
            return new MemorySize(BigInteger.valueOf(1_000_000));
        }

        @Override
        public Duration maxAge() {
            return MAX_AGE;
        }

        @Override
        public Duration principalTtl() {
            return MAX_AGE;
        }

        @Override
        public Duration blindTtl() {
            return BLIND_TTL;
        }

        @Override
        public Duration staleIfError() {
            return STALE_IF_ERROR;
        }

        @Override
        public Duration staleWait() {
            return Duration.ofHours(1);
        }
    }
}
