package io.dragoman.cache;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long one request has waited for the database, over its own operations and those of others that read what it asks
 * for too; what is waited for at once is counted once.
 *
 * <p>Kept in the request's own context. Work that belongs to no request counts each operation for itself.
 */
public final class Waits {

    private static final Object EACH = new Object();

    private int running;
    private long since;
    private long spent;

    private Waits() {}

    /** Those of the request that a context is of, else some of their own. */
    public static Waits of(@Nullable Context context) {
        if (context == null || !VertxContext.isDuplicatedContext(context)) {
            return new Waits();
        }
        Object kept = context.getLocal(Waits.class);
        if (kept == EACH) {
            return new Waits();
        }
        if (kept instanceof Waits known) {
            return known;
        }
        Waits made = new Waits();
        context.putLocal(Waits.class, made);
        return made;
    }

    /** From now on each operation of a request is counted for itself: for work whose length its caller chose. */
    public static void ofEachOperation(Context context) {
        context.putLocal(Waits.class, EACH);
    }

    /** One more wait begins; how long there was waited until now. */
    public synchronized Duration begin() {
        long now = System.nanoTime();
        if (running++ == 0) {
            since = now;
        }
        return Duration.ofNanos(spent + now - since);
    }

    /** A wait has ended. */
    public synchronized void end() {
        if (--running == 0) {
            spent += System.nanoTime() - since;
        }
    }
}
