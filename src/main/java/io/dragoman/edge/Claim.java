package io.dragoman.edge;

/** How strongly a dialect claims a request; the later of these wins. */
public enum Claim {
    NONE,
    /** The path is one of the dialect's. */
    BY_PATH,
    /** The credential is of the dialect's form. */
    BY_CREDENTIAL,
    /** The request was sent to a host of the dialect's. */
    BY_HOST
}
