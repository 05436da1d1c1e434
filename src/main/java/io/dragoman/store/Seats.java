package io.dragoman.store;

import io.dragoman.failure.Failure;
import io.netty.channel.EventLoop;
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
 *
 * <p>Seats stand at event loops, as connections do: the pool gives whoever asks one of his own event loop if it has one, and
 * each statement on another's is handed to and fro between two threads. So a free seat is looked for where the caller is,
 * and who waits for one there goes first; nobody is passed more than {@value #PASSED} times.
 */
final class Seats {

    /** How often somebody is passed, and how many are passed at once: nobody looks further for one of his own. */
    private static final int PASSED = 8;

    /** One connection's worth. */
    static final class Seat {

        /** Where its first holder was, so that his connection is; null before. */
        private @Nullable EventLoop loop;
    }

    private final Vertx vertx;
    private final int all;
    private final int most;
    private final Failure away;
    private final Set<Waiting> queue = new LinkedHashSet<>();
    private final List<Seat> free = new ArrayList<>();

    Seats(Vertx vertx, int all, int most, Failure away) {
        this.vertx = vertx;
        this.away = away;
        this.all = all;
        this.most = most;
        for (int i = 0; i < all; i++) {
            free.add(new Seat());
        }
    }

    /**
     * A seat at once or in turn, at an event loop if possible. Fails with a timeout at the deadline, at once where too many
     * wait already.
     */
    Uni<Seat> take(EventLoop loop, Deadline deadline) {
        Seat seat = takeFree(loop);
        return seat != null
                ? Uni.createFrom().item(seat)
                : Uni.createFrom().emitter(emitter -> await(new Waiting(loop, emitter), deadline));
    }

    /** Gives a seat back, to whoever is next. */
    void release(Seat seat) {
        Waiting next = next(seat);
        if (next != null) {
            next.seat(seat);
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
        return free.isEmpty() && queue.size() >= most;
    }

    synchronized int taken() {
        return all - free.size();
    }

    synchronized int waiting() {
        return queue.size();
    }

    private synchronized @Nullable Seat takeFree(EventLoop loop) {
        if (free.isEmpty()) {
            return null;
        }
        Seat best = free.get(0);
        for (Seat seat : free) {
            if (seat.loop == loop) {
                best = seat;
                break;
            }
            best = seat.loop == null ? seat : best;
        }
        free.remove(best);
        best.loop = best.loop == null ? loop : best.loop;
        return best;
    }

    private void await(Waiting waiting, Deadline deadline) {
        waiting.timer = vertx.setTimer(deadline.left().toMillis(), late -> giveUp(waiting));
        Seat seat;
        boolean waits;
        synchronized (this) {
            // One may have become free since it was looked for.
            seat = takeFree(waiting.loop);
            waits = seat == null && queue.size() < most && queue.add(waiting);
        }
        if (seat != null) {
            waiting.seat(seat);
        } else if (!waits) {
            waiting.fail(away.toException());
        }
    }

    private synchronized @Nullable Waiting next(Seat seat) {
        Waiting next = choose(seat);
        if (next == null) {
            free.add(seat);
        } else {
            queue.remove(next);
        }
        return next;
    }

    /** One of those at the seat's event loop if he is near enough to the front, else the first. */
    private @Nullable Waiting choose(Seat seat) {
        List<Waiting> passed = new ArrayList<>();
        for (Waiting waiting : queue) {
            if (waiting.loop == seat.loop) {
                passed.forEach(Waiting::pass);
                return waiting;
            }
            if (waiting.passed >= PASSED || passed.size() >= PASSED) {
                break;
            }
            passed.add(waiting);
        }
        return queue.isEmpty() ? null : queue.iterator().next();
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

        private final EventLoop loop;
        private final UniEmitter<? super Seat> emitter;
        private volatile long timer = -1;
        private int passed;

        Waiting(EventLoop loop, UniEmitter<? super Seat> emitter) {
            this.loop = loop;
            this.emitter = emitter;
        }

        void pass() {
            passed++;
        }

        void seat(Seat seat) {
            vertx.cancelTimer(timer);
            emitter.complete(seat);
        }

        void fail(Throwable failure) {
            vertx.cancelTimer(timer);
            emitter.fail(failure);
        }
    }
}
