package io.dragoman.bench;

import io.dragoman.directory.Page;
import io.dragoman.directory.User;

/** Writes people as a dialect does, with the facade's own writers, so that both servers send the same bytes. */
public interface Rendering {

    byte[] single(User user);

    /**
     * A list.
     *
     * @param query as the client sends it
     */
    byte[] list(Page<User> page, String query);
}
