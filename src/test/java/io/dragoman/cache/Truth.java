package io.dragoman.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.cache.World.Asked;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a {@link World} held when, what its replica has been told of that, and so which answers are right. */
final class Truth {

    /** A value and since when it was the committed one. */
    private record State(String value, long since) {}

    private final World world;
    private final Map<Asked, Deque<State>> states = new HashMap<>();

    /** When the newest change was committed that the replica has heard or made, and that it suspects. */
    private final Map<Asked, Long> known = new HashMap<>();

    private final Map<Asked, Long> suspected = new HashMap<>();

    Truth(World world) {
        this.world = world;
        everyKey()
                .forEach(key ->
                        states.put(key, new ArrayDeque<>(List.of(new State(world.committed(key), world.nanos)))));
    }

    static List<Asked> everyKey() {
        List<Asked> keys = new ArrayList<>();
        for (int account = 0; account < World.ACCOUNTS; account++) {
            for (int person = -1; person < World.PEOPLE; person++) {
                keys.add(new Asked(account, person));
            }
        }
        return keys;
    }

    /** Something was committed. */
    void observe() {
        everyKey().forEach(key -> {
            String value = world.committed(key);
            if (!statesOf(key).getLast().value().equals(value)) {
                statesOf(key).add(new State(value, world.nanos));
            }
        });
    }

    void heard(Change change, long committed) {
        tell(known, change, committed);
    }

    void suspects(Change change, long committed) {
        tell(suspected, change, committed);
    }

    /** Of all that was committed so far something may have been missed, and is to be read anew where that can be. */
    void mayHaveMissed() {
        everyKey().forEach(key -> suspected.put(key, statesOf(key).getLast().since()));
    }

    /** Of what is known when a question is asked: the change that the answer may not be older than. */
    long knownOf(Asked key, boolean served) {
        long heard = known.getOrDefault(key, 0L);
        return served ? heard : Math.max(heard, suspected.getOrDefault(key, 0L));
    }

    /**
     * Holds an answer to what was known when it was asked for, and to the bounds of age.
     *
     * @param asked when
     * @param newest the commit that was known then
     * @param served whether it was served although it could not be read
     */
    void check(Asked key, String value, long asked, long newest, boolean served) {
        long lastTrue = lastTrue(key, value);
        assertThat(lastTrue)
                .as("%s = %s, which was known to be changed", key, value)
                .isGreaterThan(newest);
        assertThat(lastTrue).as("%s = %s, which is too old", key, value).isGreaterThanOrEqualTo(asked - bound(served));
    }

    private long bound(boolean served) {
        if (served) {
            return World.STALE_IF_ERROR.toNanos();
        }
        return (world.isListening() ? World.DEAF_AFTER : World.BLIND_TTL).toNanos();
    }

    /** Until when a key held a value last; for ever where it does now. */
    private long lastTrue(Asked key, String value) {
        long until = Long.MAX_VALUE;
        for (Iterator<State> newest = statesOf(key).descendingIterator(); newest.hasNext(); ) {
            State state = newest.next();
            if (state.value().equals(value)) {
                return until;
            }
            until = state.since();
        }
        throw new AssertionError(key + " never held " + value);
    }

    private Deque<State> statesOf(Asked key) {
        return Objects.requireNonNull(states.get(key));
    }

    private static void tell(Map<Asked, Long> told, Change change, long committed) {
        everyKey().stream()
                .filter(key -> key.isTouchedBy(change))
                .forEach(key -> told.merge(key, committed, Math::max));
    }
}
