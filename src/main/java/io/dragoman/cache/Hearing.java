package io.dragoman.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Up to when all changes were heard, and whether they still are; told by the feed of changes, asked at every hit.
 *
 * <p>Times are those of {@link System#nanoTime}. It goes out by itself: a feed that is late is a feed that is deaf.
 */
public final class Hearing {

    /** All changes made before {@code good} were heard, which holds good until {@code until}. */
    private record Heard(long good, long until) {}

    private volatile @Nullable Heard last;

    /** Tells that all changes made before a moment have been heard, which is enough for a while. */
    public void heard(long moment, Duration enoughFor) {
        last = new Heard(moment, moment + enoughFor.toNanos());
    }

    /** Tells that changes are not heard any more. */
    public void lost() {
        Heard known = last;
        if (known != null) {
            last = new Heard(known.good(), known.good() - 1);
        }
    }

    public boolean isListening(long now) {
        return left(now) >= 0;
    }

    /** How long the last sign is enough for, negative where it is not any more. */
    long left(long now) {
        Heard known = last;
        return known == null ? -1 : known.until() - now;
    }

    /** The later of a value's reading and the moment up to which all changes were heard: then it was good. */
    long knownGood(long read) {
        Heard known = last;
        return known == null || known.good() - read < 0 ? read : known.good();
    }
}
