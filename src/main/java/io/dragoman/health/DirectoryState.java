package io.dragoman.health;

import java.time.Duration;

/**
 * How the directory is reached.
 *
 * @param reachable whether the database answers
 * @param listening whether changes made elsewhere are heard
 * @param away for how long the database has not answered, zero while it does
 * @param remembering whether what is remembered can be served meanwhile
 */
public record DirectoryState(boolean reachable, boolean listening, Duration away, boolean remembering) {

    /** Whether callers can be answered at all. */
    boolean isReady() {
        return reachable || remembering;
    }

    boolean isDegraded() {
        return !reachable || !listening;
    }

    /** What is wrong, empty where nothing is. */
    String reason() {
        if (!reachable) {
            return remembering ? "the database is away, answers come from memory" : "the database is away";
        }
        return listening ? "" : "changes made elsewhere are not heard, answers are asked for anew";
    }
}
