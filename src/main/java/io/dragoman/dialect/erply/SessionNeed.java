package io.dragoman.dialect.erply;

/** What session a call asks for. */
enum SessionNeed {
    /** None. */
    NONE,
    /** One that lasts, or has been over for less than two hours (erply.md 3.6). */
    RECENT,
    /** One that lasts. */
    LIVE
}
