package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Attribute;
import io.dragoman.directory.Caller;
import io.dragoman.directory.Links;
import io.dragoman.directory.NumberChange;
import io.dragoman.directory.PermissionChange;
import io.dragoman.directory.Permissions;
import io.dragoman.directory.PropertyChange;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.Warehouses;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes down each change, and tells the other replicas of it, both in the transaction that makes it. */
final class Journal {

    static final String CHANNEL = "dragoman_change";

    private static final String NEW = "new";
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String RECORD = """
            with entry as (
                insert into change_log (account_id, at, actor, system, subject, subject_id, action, changes)
                values ($1, $2, $3, $4, $5, $6, $7, cast(cast($8 as text) as jsonb))
                returning account_id
            )
            select cast(pg_notify($9, $10) as text) from entry
            """;

    /** Tells a channel a message. */
    static final String TELL = "select cast(pg_notify($1, $2) as text)";

    private Journal() {}

    /** An entry to write: what was done to whom, and the new values. */
    record Entry(Subject subject, EntityKey key, Action action, JsonObject changes) {

        /** A new person or role is nothing that anybody remembers; a new company or property is one of all people's. */
        private String told() {
            boolean apart = subject == Subject.PERSON || subject == Subject.ROLE;
            return Journal.message(action == Action.CREATE && apart ? NEW : subject.word, key);
        }
    }

    enum Subject {
        PERSON("person"),
        ROLE("role"),
        PROPERTY("property"),
        KEY("key"),
        ACCOUNT("account"),
        COMPANY("company");

        private final String word;

        Subject(String word) {
            this.word = word;
        }
    }

    enum Action {
        CREATE("create"),
        CHANGE("change"),
        DELETE("delete"),
        LINK("link");

        final String word;

        Action(String word) {
            this.word = word;
        }
    }

    static Uni<Void> write(Mutiny.Session session, Entry entry, Caller by, Instant now) {
        return InSession.execute(session, statement(entry, by, now));
    }

    /** What writes an entry. */
    static InSession.Statement statement(Entry entry, Caller by, Instant now) {
        EntityKey key = entry.key();
        Tuple parameters = Tuple.from(List.of(
                key.account(),
                BulkRow.time(now),
                by.login(),
                by.system(),
                entry.subject().word,
                key.id(),
                entry.action().word,
                entry.changes().encode(),
                CHANNEL,
                entry.told()));
        return new InSession.Statement(RECORD, parameters);
    }

    /** Tells the other replicas alone, where there is nothing left to keep the entry with. */
    static Uni<Void> tell(Mutiny.Session session, Subject subject, EntityKey key) {
        return InSession.execute(session, TELL, Tuple.of(CHANNEL, message(subject, key)));
    }

    /** The key of what concerns an account as a whole. */
    static EntityKey whole(AccountId account) {
        return new EntityKey(account.value(), NOBODY);
    }

    static String message(Subject subject, EntityKey key) {
        return message(subject.word, key);
    }

    private static String message(String word, EntityKey key) {
        return key.account() + ":" + word + ":" + key.id();
    }

    /** What a change of a person says; of a secret only that it was written. */
    static JsonObject values(UserChange change) {
        JsonObject values = new JsonObject();
        change.attributes().forEach(attribute -> values.put(attribute.name(), value(change, attribute)));
        change.cleared().forEach(attribute -> values.putNull(attribute.name()));
        return values;
    }

    static JsonObject values(RoleChange change) {
        JsonObject values = new JsonObject();
        if (change.name() != null) {
            values.put("name", change.name());
        }
        if (change.status() != null) {
            values.put("status", change.status().name());
        }
        PermissionChange permissions = change.permissions();
        if (permissions != null && permissions.whole()) {
            values.put("permissions", Permissions.names(permissions.granted()));
        } else if (permissions != null) {
            values.put("granted", Permissions.names(permissions.granted()));
            values.put("revoked", Permissions.names(permissions.revoked()));
        }
        putIfWritten(values, "numbers", change.numbers());
        return values;
    }

    static JsonObject values(PropertyChange change) {
        JsonObject values = new JsonObject();
        putIfWritten(values, "name", change.name());
        putIfWritten(values, "kind", change.kind());
        putIfWritten(values, "defaultValue", change.defaultValue());
        putIfWritten(values, "defaulted", change.defaulted());
        return values;
    }

    private static void putIfWritten(JsonObject values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, json(value));
        }
    }

    private static Object value(UserChange change, Attribute<?> attribute) {
        return attribute.logged() ? change.get(attribute).map(Journal::json).orElseThrow() : (Object) true;
    }

    private static Object json(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof RoleId role) {
            return role.value().toString();
        }
        if (value instanceof Permissions permissions) {
            return permissions.names();
        }
        if (value instanceof NumberChange numbers) {
            return numbers(numbers);
        }
        if (value instanceof Links links) {
            return links(links);
        }
        if (value instanceof Warehouses warehouses) {
            return warehouses.restricted() ? warehouses.numbers() : "all";
        }
        return value.toString();
    }

    /** Where somebody is not known any more there is no number. */
    private static JsonObject numbers(NumberChange numbers) {
        JsonObject bySystem = new JsonObject();
        numbers.given().forEach(bySystem::put);
        numbers.removed().forEach(bySystem::putNull);
        return bySystem;
    }

    private static JsonObject links(Links links) {
        JsonObject byRole = new JsonObject();
        links.byRole().forEach((role, status) -> byRole.put(role.value().toString(), status.name()));
        return byRole;
    }
}
