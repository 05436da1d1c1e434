package io.dragoman.embedded;

/** What a client needs to enter the embedded database. */
record Access(int port, String password) {

    /** The superuser and the database bear the same name. */
    static final String NAME = "dragoman";

    String url() {
        return "postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    @Override
    public String toString() {
        return url();
    }
}
