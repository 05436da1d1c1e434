package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Avatar;
import io.dragoman.directory.AvatarStore;
import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Pictures of people in PostgreSQL. */
@ApplicationScoped
class PostgresAvatarStore implements AvatarStore {

    private final Sessions sessions;

    PostgresAvatarStore(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Avatar>> get(AccountId account, UserId id) {
        return sessions.read(session -> session.find(AvatarEntity.class, new EntityKey(account, id)))
                .map(found -> Optional.ofNullable(found).map(AvatarEntity::avatar));
    }
}
