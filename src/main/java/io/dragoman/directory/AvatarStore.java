package io.dragoman.directory;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where pictures of people are kept. */
public interface AvatarStore {

    Uni<Optional<Avatar>> get(AccountId account, UserId id);
}
