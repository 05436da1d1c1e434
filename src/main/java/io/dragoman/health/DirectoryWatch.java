package io.dragoman.health;

import io.smallrye.mutiny.Uni;

/** Knows how the directory is reached, at little cost however often it is asked. */
public interface DirectoryWatch {

    /** The state now, found out within a second; never fails. */
    Uni<DirectoryState> state();

    /** The state as far as it is known without asking. */
    DirectoryState known();
}
