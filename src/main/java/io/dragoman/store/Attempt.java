package io.dragoman.store;

import io.smallrye.mutiny.TimeoutException;

/** One try of an operation: until when it is waited for, and whether it may have changed anything. */
final class Attempt {

    private final Deadline deadline;
    private volatile boolean committing;

    Attempt(Deadline deadline) {
        this.deadline = deadline;
    }

    Deadline deadline() {
        return deadline;
    }

    /** The first step once there is a connection: after an outage many are still to get one for nobody. */
    void begin() {
        if (deadline.hasPassed()) {
            throw new TimeoutException();
        }
    }

    /** The last step before COMMIT is sent: what nobody waits for any more is not committed behind his back. */
    void commit() {
        begin();
        committing = true;
    }

    /** Whether COMMIT was sent: until its answer is there, nobody knows what became of the transaction. */
    boolean isCommitting() {
        return committing;
    }
}
