package io.dragoman.dialect.erply;

import io.dragoman.account.OpenSession;
import io.dragoman.directory.User;

/** A person by his session, as both were when the session was checked. */
record SignedIn(User user, OpenSession session) {}
