package io.dragoman.cache;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells whether what was read at some moment still stands; moments are counted, one an event.
 *
 * <p>A change makes what was read before it wrong. A suspicion, a write that nobody knows the end of, makes it something
 * to be read anew while that can be done; so does a gap, in which changes may have been missed.
 */
final class Epochs {

    private final AtomicLong moments = new AtomicLong();
    private final AtomicLong forgotten = new AtomicLong();
    private final AtomicLong gapEnd = new AtomicLong();
    private final Slots changes = new Slots();
    private final Slots suspicions = new Slots();

    /** The moment to ask for before something is read. */
    long now() {
        return moments.get();
    }

    /** A new moment: what is read from now on is told from what was read before. */
    long next() {
        return moments.incrementAndGet();
    }

    void changed(Change change) {
        changes.mark(change, next());
    }

    void suspected(Change change) {
        suspicions.mark(change, next());
    }

    /** Drops all that was read so far. */
    void forget() {
        forgotten.accumulateAndGet(next(), Math::max);
    }

    /** Tells that changes may have been missed before a moment. */
    void missedBefore(long moment) {
        gapEnd.accumulateAndGet(moment, Math::max);
    }

    boolean isBeforeGap(long moment) {
        return moment < gapEnd.get();
    }

    boolean isUnchanged(int[] things, long since) {
        return since >= forgotten.get() && changes.isUntouched(things, since);
    }

    boolean isUnsuspected(int[] things, long since) {
        return !isBeforeGap(since) && suspicions.isUntouched(things, since);
    }
}
