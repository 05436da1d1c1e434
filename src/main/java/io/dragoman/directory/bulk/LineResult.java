package io.dragoman.directory.bulk;

import io.dragoman.directory.UserId;
import io.dragoman.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line, and why where it was not done.
 *
 * @param id the person meant, null where there is none
 */
public record LineResult(
        long line,
        Outcome outcome,
        @Nullable UserId id,
        @Nullable Failure failure) {

    public static LineResult done(long line, Outcome outcome, UserId id) {
        return new LineResult(line, outcome, id, null);
    }

    /** Somebody new, who has no key where nothing was written. */
    public static LineResult inserted(long line, @Nullable UserId id) {
        return new LineResult(line, Outcome.INSERTED, id, null);
    }

    public static LineResult conflict(long line, Failure failure) {
        return new LineResult(line, Outcome.CONFLICT, null, failure);
    }

    public static LineResult invalid(long line, Failure failure) {
        return new LineResult(line, Outcome.INVALID, null, failure);
    }
}
