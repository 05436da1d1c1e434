package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Avatar;
import io.dragoman.directory.AvatarStore;
import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Pictures of people in PostgreSQL. */
@ApplicationScoped
class PostgresAvatarStore implements AvatarStore {

    private static final String STORED_AT = "select updated from avatar where account_id = $1 and person_id = $2";

    private final Statements statements;
    private final Sessions sessions;

    PostgresAvatarStore(Statements statements, Sessions sessions) {
        this.statements = statements;
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Instant>> storedAt(AccountId account, UserId id) {
        return statements.first(
                STORED_AT,
                Tuple.of(account.value(), id.value()),
                row -> row.getOffsetDateTime(0).toInstant());
    }

    @Override
    public Uni<Optional<Avatar>> get(AccountId account, UserId id) {
        return sessions.read(session -> session.find(AvatarEntity.class, new EntityKey(account, id)))
                .map(found -> Optional.ofNullable(found).map(AvatarEntity::avatar));
    }
}
