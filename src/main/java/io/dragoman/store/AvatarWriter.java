package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.NewAvatar;
import io.dragoman.directory.UserId;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** Stores and takes away pictures of people, each inside a transaction that is begun and ended by the caller. */
@ApplicationScoped
class AvatarWriter {

    private static final String PUT = "insert into avatar"
            + " (account_id, person_id, media_type, width, height, bytes, updated)"
            + " values (:account, :person, :type, :width, :height, :bytes, :now)"
            + " on conflict (account_id, person_id) do update set media_type = excluded.media_type,"
            + " width = excluded.width, height = excluded.height, bytes = excluded.bytes, updated = excluded.updated";
    private static final String DELETE = "delete from avatar where account_id = :account and person_id = :person";

    private final Clock clock;

    AvatarWriter(Clock clock) {
        this.clock = clock;
    }

    Uni<Void> put(Mutiny.Session session, AccountId account, UserId id, NewAvatar avatar, Caller by) {
        EntityKey key = new EntityKey(account, id);
        JsonObject changes =
                new JsonObject().put("avatar", avatar.mediaType() + " " + avatar.width() + "x" + avatar.height());
        return Rows.lock(session, PersonEntity.class, key)
                .chain(() -> session.createNativeQuery(PUT)
                        .setParameter("account", key.account())
                        .setParameter("person", key.id())
                        .setParameter("type", avatar.mediaType())
                        .setParameter("width", avatar.width())
                        .setParameter("height", avatar.height())
                        .setParameter("bytes", avatar.bytes())
                        .setParameter("now", clock.instant())
                        .executeUpdate())
                .chain(() -> log(session, key, changes, by));
    }

    /** Fails with NOT_FOUND where there is none. */
    Uni<Void> delete(Mutiny.Session session, AccountId account, UserId id, Caller by) {
        EntityKey key = new EntityKey(account, id);
        return Rows.lock(session, PersonEntity.class, key)
                .chain(() -> session.createNativeQuery(DELETE)
                        .setParameter("account", key.account())
                        .setParameter("person", key.id())
                        .executeUpdate())
                .invoke(AvatarWriter::requireOne)
                .chain(() -> log(session, key, new JsonObject().putNull("avatar"), by));
    }

    private static void requireOne(int deleted) {
        if (deleted == 0) {
            throw Failure.of(Kind.NOT_FOUND).toException();
        }
    }

    private Uni<Void> log(Mutiny.Session session, EntityKey key, JsonObject changes, Caller by) {
        Journal.Entry entry = new Journal.Entry(Journal.Subject.PERSON, key, Journal.Action.CHANGE, changes);
        return Journal.write(session, entry, by, clock.instant());
    }
}
