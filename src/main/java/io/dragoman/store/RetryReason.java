package io.dragoman.store;

/** Why an operation may be tried again at once: nothing of it has been done. */
enum RetryReason {
    SERIALIZATION,
    DEADLOCK,
    /** Somebody else took the number first; the counter knows better at the next attempt. */
    NUMBER,
    /** The connection broke before anything could have been committed. */
    CONNECTION
}
