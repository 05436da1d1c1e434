package io.dragoman.cache;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of histories of readings, writes, notifications, gaps and outages, each the same for its seed.
 *
 * <p>Another run of them: {@code -Ddragoman.histories.from=<seed>}.
 */
class CoherentCacheHistoriesTest {

    private static final long FROM = Long.getLong("dragoman.histories.from", 1);
    private static final int HISTORIES = 3_000;

    @Test
    void no_history_leaves_anything_stale_behind() {
        LongStream.range(FROM, FROM + HISTORIES).forEach(CoherentCacheHistoriesTest::run);
    }

    private static void run(long seed) {
        try {
            new History(seed).run();
        } catch (AssertionError wrong) {
            throw new AssertionError("history " + seed, wrong);
        }
    }
}
