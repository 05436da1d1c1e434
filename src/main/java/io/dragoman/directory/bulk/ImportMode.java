package io.dragoman.directory.bulk;

/** What an import may do. */
public enum ImportMode {
    /** Nothing: it says what {@link #UPSERT} would do. */
    VALIDATE,
    /** Add people; whoever is there already is left alone. */
    INSERT,
    /** Add people and change those who are there. */
    UPSERT
}
