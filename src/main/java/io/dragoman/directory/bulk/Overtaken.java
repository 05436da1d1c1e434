package io.dragoman.directory.bulk;

/** What was looked up no longer holds; the lines are to be looked at again. */
final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Overtaken() {
        super("overtaken", null, false, false);
    }
}
