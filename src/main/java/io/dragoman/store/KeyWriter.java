package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.operator.Key;
import io.dragoman.operator.NewKey;
import io.dragoman.operator.Operator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Makes, changes and ends API keys, each inside a transaction that is begun and ended by the caller. */
@ApplicationScoped
class KeyWriter {

    private final Clock clock;

    KeyWriter(Clock clock) {
        this.clock = clock;
    }

    /** The person is locked, so that no key is made for one who is being deleted. */
    Uni<UUID> create(Mutiny.Session session, AccountId account, NewKey made, Operator by) {
        EntityKey key = new EntityKey(account.value(), Uuids.next(clock));
        JsonObject changes = new JsonObject()
                .put("person", made.person().value().toString())
                .put("system", made.system())
                .put("hint", made.hint())
                .put("quota", made.quota())
                .put("expires", text(made.expires()));
        return Rows.lock(session, PersonEntity.class, new EntityKey(account, made.person()))
                .chain(() -> session.persist(new ApiKeyEntity(key, made, clock.instant())))
                .chain(session::flush)
                .chain(() -> log(session, key, Journal.Action.CREATE, changes, by))
                .replaceWith(key.id());
    }

    Uni<Void> change(
            Mutiny.Session session,
            AccountId account,
            Key former,
            @Nullable Integer quota,
            @Nullable Instant expires,
            Operator by) {
        JsonObject changes = new JsonObject().put("quota", quota).put("expires", text(expires));
        return write(session, account, former, changes, by, key -> {
            key.quota(quota);
            key.expire(expires);
        });
    }

    Uni<Void> revoke(Mutiny.Session session, AccountId account, Key former, Operator by) {
        Instant now = clock.instant();
        JsonObject changes = new JsonObject().put("revoked", now.toString());
        return write(session, account, former, changes, by, key -> key.revoke(now));
    }

    Uni<Void> expire(Mutiny.Session session, AccountId account, Key former, Instant end, Operator by) {
        JsonObject changes = new JsonObject().put("expires", end.toString());
        return write(session, account, former, changes, by, key -> key.expire(end));
    }

    private Uni<Void> write(
            Mutiny.Session session,
            AccountId account,
            Key former,
            JsonObject changes,
            Operator by,
            Consumer<ApiKeyEntity> change) {
        EntityKey key = new EntityKey(account.value(), former.id());
        changes.put("person", former.person().value().toString());
        return Rows.lock(session, ApiKeyEntity.class, key)
                .invoke(entity -> Rows.requireVersion(entity.version(), former.version()))
                .invoke(change)
                .chain(() -> log(session, key, Journal.Action.CHANGE, changes, by));
    }

    private Uni<Void> log(
            Mutiny.Session session, EntityKey key, Journal.Action action, JsonObject changes, Operator by) {
        Journal.Entry entry = new Journal.Entry(Journal.Subject.KEY, key, action, changes);
        return Journal.write(session, entry, by.in(new AccountId(key.account())), clock.instant());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
