package io.dragoman.dialect.erply;

/** What a token is good for: one kind is not taken for the other. */
enum TokenUse {
    /** Shows who somebody is, and opens a session. */
    IDENTITY("identity"),
    /** Stands for a session at the newer APIs. */
    ACCESS("access");

    private final String claim;

    TokenUse(String claim) {
        this.claim = claim;
    }

    String claim() {
        return claim;
    }
}
