package io.dragoman.store;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long one request may still wait for the database, over all its operations; those at once are counted once.
 *
 * <p>Kept in the request's own context. Work that belongs to no request has a budget an operation.
 */
final class Budget {

    private static final Object EACH = new Object();

    private final long whole;
    private int running;
    private long since;
    private long spent;

    private Budget(Duration whole) {
        this.whole = whole.toNanos();
    }

    /** The budget of the request that a context is of, else one of its own. */
    static Budget of(@Nullable Context context, Duration whole) {
        if (context == null || !VertxContext.isDuplicatedContext(context)) {
            return new Budget(whole);
        }
        Object kept = context.getLocal(Budget.class);
        if (kept == EACH) {
            return new Budget(whole);
        }
        if (kept instanceof Budget known) {
            return known;
        }
        Budget made = new Budget(whole);
        context.putLocal(Budget.class, made);
        return made;
    }

    /** From now on each operation of a request has the whole time: for work whose length its caller chose. */
    static void ofEachOperation(Context context) {
        context.putLocal(Budget.class, EACH);
    }

    /** An operation begins. */
    synchronized Deadline begin() {
        long now = System.nanoTime();
        if (running++ == 0) {
            since = now;
        }
        return new Deadline(now + whole - spent - (now - since));
    }

    /** An operation has ended. */
    synchronized void end() {
        if (--running == 0) {
            spent += System.nanoTime() - since;
        }
    }
}
