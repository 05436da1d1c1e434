package io.dragoman.directory.bulk;

/** What became of a line. */
public enum Outcome {
    INSERTED,
    UPDATED,
    /** The directory says what the line says already. */
    UNCHANGED,
    /** The line contradicts the directory, or can mean more than one person. */
    CONFLICT,
    /** The line breaks a rule by itself. */
    INVALID
}
