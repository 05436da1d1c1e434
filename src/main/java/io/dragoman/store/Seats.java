package io.dragoman.store;

import io.dragoman.failure.Failure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As many seats as there are connections, and a bounded queue before them.
 *
 * <p>A seat is held until its operation has really ended, waited for or not, so that a server that does not answer is
 * never asked by more than there are seats.
 */
final class Seats {

    private final Vertx vertx;
    private final int all;
    private final int most;
    private final Failure away;
    private final Set<Waiting> queue = new LinkedHashSet<>();
    private int taken;

    Seats(Vertx vertx, int all, int most, Failure away) {
        this.vertx = vertx;
        this.away = away;
        this.all = all;
        this.most = most;
    }

    /** A seat at once or in turn. Fails with a timeout at the deadline, at once where too many wait already. */
    Uni<Void> take(Deadline deadline) {
        return takeFree()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().emitter(emitter -> await(new Waiting(emitter), deadline));
    }

    /** Gives a seat back, to whoever has waited longest. */
    void release() {
        Waiting next = next();
        if (next != null) {
            next.seat();
        }
    }

    /** Sends away all who wait, as there is nothing to wait for. */
    void sendAway() {
        List<Waiting> waiting;
        synchronized (this) {
            waiting = new ArrayList<>(queue);
            queue.clear();
        }
        waiting.forEach(one -> one.fail(away.toException()));
    }

    synchronized boolean isFull() {
        return taken >= all && queue.size() >= most;
    }

    synchronized int taken() {
        return taken;
    }

    synchronized int waiting() {
        return queue.size();
    }

    private synchronized boolean takeFree() {
        if (taken < all) {
            taken++;
            return true;
        }
        return false;
    }

    private void await(Waiting waiting, Deadline deadline) {
        waiting.timer = vertx.setTimer(deadline.left().toMillis(), late -> giveUp(waiting));
        switch (join(waiting)) {
            case SEATED -> waiting.seat();
            case REFUSED -> waiting.fail(away.toException());
            case WAITING -> {
                // Told when its turn or its end comes.
            }
        }
    }

    private enum Place {
        SEATED,
        WAITING,
        REFUSED
    }

    /** A seat may have become free since one was looked for. */
    private synchronized Place join(Waiting waiting) {
        if (takeFree()) {
            return Place.SEATED;
        }
        return queue.size() < most && queue.add(waiting) ? Place.WAITING : Place.REFUSED;
    }

    private synchronized @Nullable Waiting next() {
        if (queue.isEmpty()) {
            taken--;
            return null;
        }
        return first();
    }

    private Waiting first() {
        Waiting first = queue.iterator().next();
        queue.remove(first);
        return first;
    }

    private void giveUp(Waiting waiting) {
        boolean waited;
        synchronized (this) {
            waited = queue.remove(waiting);
        }
        if (waited) {
            waiting.fail(away.toException());
        }
    }

    /** Whoever is out of the queue was told so once: by a seat, or by a failure. */
    private final class Waiting {

        private final UniEmitter<? super Void> emitter;
        private volatile long timer = -1;

        Waiting(UniEmitter<? super Void> emitter) {
            this.emitter = emitter;
        }

        void seat() {
            vertx.cancelTimer(timer);
            emitter.complete(null);
        }

        void fail(Throwable failure) {
            vertx.cancelTimer(timer);
            emitter.fail(failure);
        }
    }
}
