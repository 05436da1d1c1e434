package io.dragoman.directory.bulk;

import io.dragoman.failure.Failure;

/** What was read of a line: a person, or why it is none. */
public sealed interface Line permits PersonLine, Line.Unreadable {

    /** The line's place in the file, from 1. */
    long line();

    /** A line that says nothing of anybody. */
    record Unreadable(long line, Failure failure) implements Line {}
}
