package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.operator.Operator;
import io.dragoman.operator.Tenancy;
import io.dragoman.operator.TenancySettings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Makes, changes and deletes accounts, each inside a transaction that is begun and ended by the caller. */
@ApplicationScoped
class TenancyWriter {

    private static final String OF_ACCOUNT = " where account_id = :account";
    private static final String NAMES = "insert into account_name (account_id, system, name)"
            + " select :account, n.system, n.name"
            + " from unnest(cast(:systems as text[]), cast(:names as text[])) n (system, name)";
    private static final String QUOTAS = "insert into account_quota (account_id, system, quota)"
            + " select :account, q.system, q.quota"
            + " from unnest(cast(:systems as text[]), cast(:quotas as integer[])) q (system, quota)";
    private static final String WAREHOUSES = "insert into warehouse (account_id, number)"
            + " select :account, w.number from unnest(cast(:numbers as integer[])) w (number)";
    private static final String PEOPLE =
            "select case when exists (select 1 from person where account_id = :account) then 1 else 0 end";

    private final Clock clock;

    TenancyWriter(Clock clock) {
        this.clock = clock;
    }

    Uni<AccountId> create(Mutiny.Session session, TenancySettings settings, Operator by) {
        AccountEntity account = new AccountEntity(clock.instant());
        account.write(settings, clock.instant());
        return session.persist(account)
                .chain(session::flush)
                .map(written -> new AccountId(account.id()))
                .call(id -> writeParts(session, id, settings))
                .call(id -> log(session, id, Journal.Action.CREATE, differences(null, settings), by));
    }

    Uni<AccountId> change(Mutiny.Session session, Tenancy former, TenancySettings settings, Operator by) {
        AccountId id = former.id();
        return lock(session, former)
                .invoke(account -> account.write(settings, clock.instant()))
                .chain(session::flush)
                .chain(() -> clearParts(session, id))
                .chain(() -> writeParts(session, id, settings))
                .chain(() -> log(session, id, Journal.Action.CHANGE, differences(former.settings(), settings), by))
                .replaceWith(id);
    }

    /** The account's log goes with it, so that nothing of its people is left. */
    Uni<Void> delete(Mutiny.Session session, Tenancy former, boolean people) {
        AccountId id = former.id();
        return lock(session, former)
                .chain(() -> people ? Uni.createFrom().voidItem() : refusePeople(session, id))
                .chain(() -> execute(session, "delete from person" + OF_ACCOUNT, id))
                .chain(() -> execute(session, "delete from account where id = :account", id))
                .chain(() -> Journal.tell(session, Journal.Subject.ACCOUNT, Journal.whole(id)));
    }

    private static Uni<AccountEntity> lock(Mutiny.Session session, Tenancy former) {
        return Rows.lock(session, AccountEntity.class, former.id().value())
                .invoke(account -> Rows.requireVersion(account.version(), former.version()));
    }

    private static Uni<Void> refusePeople(Mutiny.Session session, AccountId id) {
        return session.createNativeQuery(PEOPLE, Integer.class)
                .setParameter("account", id.value())
                .getSingleResult()
                .invoke(found -> {
                    if (found > 0) {
                        throw Failure.of(Kind.CONFLICT, "there are people in it")
                                .toException();
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> clearParts(Mutiny.Session session, AccountId id) {
        return execute(session, "delete from account_name" + OF_ACCOUNT, id)
                .chain(() -> execute(session, "delete from account_quota" + OF_ACCOUNT, id))
                .chain(() -> execute(session, "delete from warehouse" + OF_ACCOUNT, id));
    }

    private static Uni<Void> writeParts(Mutiny.Session session, AccountId id, TenancySettings settings) {
        return writeNames(session, id, settings.names())
                .chain(() -> writeQuotas(session, id, settings.quotas()))
                .chain(() -> session.createNativeQuery(WAREHOUSES)
                        .setParameter("account", id.value())
                        .setParameter("numbers", settings.warehouses().toArray(Integer[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> writeNames(
            Mutiny.Session session, AccountId id, SortedMap<String, NavigableSet<String>> names) {
        List<String> systems = new ArrayList<>();
        List<String> each = new ArrayList<>();
        names.forEach((system, known) -> known.forEach(name -> {
            systems.add(system);
            each.add(name);
        }));
        return session.createNativeQuery(NAMES)
                .setParameter("account", id.value())
                .setParameter("systems", systems.toArray(String[]::new))
                .setParameter("names", each.toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> writeQuotas(Mutiny.Session session, AccountId id, SortedMap<String, Integer> quotas) {
        return session.createNativeQuery(QUOTAS)
                .setParameter("account", id.value())
                .setParameter("systems", quotas.keySet().toArray(String[]::new))
                .setParameter("quotas", quotas.values().toArray(Integer[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> execute(Mutiny.Session session, String sql, AccountId id) {
        return session.createNativeQuery(sql)
                .setParameter("account", id.value())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static JsonObject differences(@Nullable TenancySettings former, TenancySettings settings) {
        JsonObject changes = new JsonObject();
        Map<String, Object> before = former == null ? Map.of() : parts(former);
        parts(settings).forEach((name, value) -> {
            if (!Objects.equals(before.get(name), value)) {
                changes.put(name, value);
            }
        });
        return changes;
    }

    private static Map<String, Object> parts(TenancySettings settings) {
        JsonObject names = new JsonObject();
        settings.names().forEach((system, known) -> names.put(system, List.copyOf(known)));
        return Map.of(
                "name",
                settings.name(),
                "timeZone",
                settings.zone().getId(),
                "defaultRole",
                settings.defaultRole() == null
                        ? ""
                        : settings.defaultRole().value().toString(),
                "names",
                names,
                "quotas",
                new JsonObject(Map.copyOf(settings.quotas())),
                "warehouses",
                List.copyOf(settings.warehouses()));
    }

    private Uni<Void> log(
            Mutiny.Session session, AccountId id, Journal.Action action, JsonObject changes, Operator by) {
        Journal.Entry entry = new Journal.Entry(Journal.Subject.ACCOUNT, Journal.whole(id), action, changes);
        return Journal.write(session, entry, by.in(id), clock.instant());
    }
}
