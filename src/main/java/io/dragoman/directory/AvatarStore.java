package io.dragoman.directory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Where pictures of people are kept. Fails with UNAVAILABLE. */
public interface AvatarStore {

    /** When a person's picture was stored, empty where he has none; the picture itself is not read for it. */
    Uni<Optional<Instant>> storedAt(AccountId account, UserId id);

    Uni<Optional<Avatar>> get(AccountId account, UserId id);

    /** Stores a picture, in place of an older one; one transaction with its change-log entry. NOT_FOUND for nobody. */
    Uni<Void> put(AccountId account, UserId id, NewAvatar avatar, Caller by);

    /** Takes a picture away. NOT_FOUND where there is none. */
    Uni<Void> delete(AccountId account, UserId id, Caller by);
}
