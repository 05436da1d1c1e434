package io.dragoman.directory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Where pictures of people are kept. Fails with UNAVAILABLE. */
public interface AvatarStore {

    /** When a person's picture was stored, empty where he has none; the picture itself is not read for it. */
    Uni<Optional<Instant>> storedAt(AccountId account, UserId id);

    Uni<Optional<Avatar>> get(AccountId account, UserId id);
}
