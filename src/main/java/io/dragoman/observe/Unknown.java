package io.dragoman.observe;

/** What clients ask for that is not there. */
public enum Unknown {
    PATH,
    PARAMETER,
    /** A named call of a dialect whose calls all have one path. */
    CALL
}
