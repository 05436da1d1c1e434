package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Avatar;
import io.dragoman.directory.AvatarStore;
import io.dragoman.directory.Caller;
import io.dragoman.directory.NewAvatar;
import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Pictures of people in PostgreSQL, read by the plain client, as each copy of a large one is felt. */
@ApplicationScoped
class PostgresAvatarStore implements AvatarStore {

    private static final String OF_PERSON = " from avatar where account_id = $1 and person_id = $2";
    private static final String STORED_AT = "select updated" + OF_PERSON;
    private static final String WHOLE = "select media_type, bytes, updated" + OF_PERSON;

    private final Statements statements;
    private final Sessions sessions;
    private final AvatarWriter writer;

    PostgresAvatarStore(Statements statements, Sessions sessions, AvatarWriter writer) {
        this.statements = statements;
        this.sessions = sessions;
        this.writer = writer;
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
        return statements.first(WHOLE, Tuple.of(account.value(), id.value()), PostgresAvatarStore::avatar);
    }

    @Override
    public Uni<Void> put(AccountId account, UserId id, NewAvatar avatar, Caller by) {
        return sessions.write(session -> writer.put(session, account, id, avatar, by));
    }

    @Override
    public Uni<Void> delete(AccountId account, UserId id, Caller by) {
        return sessions.write(session -> writer.delete(session, account, id, by));
    }

    private static Avatar avatar(Row row) {
        return new Avatar(
                row.getString(0),
                row.get(Buffer.class, 1).getBytes(),
                row.getOffsetDateTime(2).toInstant());
    }
}
