package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.bulk.ImportJob;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes drafts, a statement a table however many they are; inside a transaction that is begun and ended by the caller. */
final class BulkWriter {

    private static final String NUMBERS = "insert into person_number (account_id, system, number, person_id)"
            + " select $1, v.system, v.number, v.person from unnest($2::text[], $3::bigint[], $4::uuid[])"
            + " v (system, number, person)";
    private static final String NEW_LINKS = "insert into membership (account_id, person_id, role_id, number, status)"
            + " select $1, v.person, v.role, v.number, v.status"
            + " from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::text[]) v (person, role, number, status)";
    private static final String LINKS = NEW_LINKS
            + " on conflict (account_id, person_id, role_id)"
            + " do update set number = excluded.number, status = excluded.status";
    private static final String UNLINK =
            "delete from membership m using unnest($2::uuid[], $3::uuid[]) v (person, role)"
                    + " where m.account_id = $1 and m.person_id = v.person and m.role_id = v.role";
    private static final String NEW_KEYS =
            "insert into api_key (account_id, id, person_id, system, hash, hint, quota, expires)"
                    + " select $1, v.id, v.person, v.system, v.hash, v.hint, v.quota, v.expires"
                    + " from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::integer[],"
                    + " $8::timestamptz[]) v (id, person, system, hash, hint, quota, expires)";
    private static final String KEYS = "update api_key k set quota = v.quota, expires = v.expires"
            + " from unnest($2::uuid[], $3::integer[], $4::timestamptz[]) v (id, quota, expires)"
            + " where k.account_id = $1 and k.id = v.id";

    private final SqlConnection connection;
    private final AccountId account;

    BulkWriter(SqlConnection connection, ImportJob job) {
        this.connection = connection;
        this.account = job.account();
    }

    Uni<Void> write(List<BulkDraft> drafts) {
        List<BulkDraft> added = drafts.stream().filter(BulkDraft::isNew).toList();
        List<BulkDraft> changed =
                drafts.stream().filter(draft -> !draft.isNew()).toList();
        return people(BulkColumn.INSERT, added)
                .chain(() -> people(BulkColumn.UPDATE, changed))
                .chain(() -> numbers(drafts))
                .chain(() -> unlink(drafts))
                .chain(() -> links(NEW_LINKS, added))
                .chain(() -> links(LINKS, changed))
                .chain(() -> newKeys(drafts))
                .chain(() -> keys(drafts));
    }

    private Uni<Void> people(String sql, List<BulkDraft> drafts) {
        List<@Nullable Object[]> rows =
                drafts.stream().map(draft -> draft.row().values()).toList();
        List<Object> parameters = new ArrayList<>();
        for (BulkColumn column : BulkColumn.values()) {
            parameters.add(column.of(rows));
        }
        return execute(sql, drafts.size(), parameters);
    }

    private Uni<Void> numbers(List<BulkDraft> drafts) {
        List<String> systems = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        List<UUID> people = new ArrayList<>();
        for (BulkDraft draft : drafts) {
            draft.numbers().forEach((system, number) -> {
                systems.add(system);
                numbers.add(number);
                people.add(draft.id().value());
            });
        }
        return execute(NUMBERS, people.size(), List.of(texts(systems), numbers.toArray(Long[]::new), uuids(people)));
    }

    private Uni<Void> unlink(List<BulkDraft> drafts) {
        List<UUID> people = new ArrayList<>();
        List<UUID> roles = new ArrayList<>();
        for (BulkDraft draft : drafts) {
            draft.unlinked().forEach(role -> {
                people.add(draft.id().value());
                roles.add(role);
            });
        }
        return execute(UNLINK, people.size(), List.of(uuids(people), uuids(roles)));
    }

    private Uni<Void> links(String sql, List<BulkDraft> drafts) {
        List<UUID> people = new ArrayList<>();
        List<UUID> roles = new ArrayList<>();
        List<@Nullable Long> numbers = new ArrayList<>();
        List<String> statuses = new ArrayList<>();
        for (BulkDraft draft : drafts) {
            for (Map.Entry<UUID, BulkDraft.NewLink> link : draft.links().entrySet()) {
                people.add(draft.id().value());
                roles.add(link.getKey());
                numbers.add(link.getValue().number());
                statuses.add(link.getValue().status().name());
            }
        }
        return execute(
                sql,
                people.size(),
                List.of(uuids(people), uuids(roles), numbers.toArray(Long[]::new), texts(statuses)));
    }

    private Uni<Void> newKeys(List<BulkDraft> drafts) {
        List<UUID> ids = new ArrayList<>();
        List<UUID> people = new ArrayList<>();
        List<String> systems = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        List<@Nullable Integer> quotas = new ArrayList<>();
        List<@Nullable OffsetDateTime> expiries = new ArrayList<>();
        for (BulkDraft draft : drafts) {
            draft.keys().stream().filter(BulkDraft.NewKey::isNew).forEach(key -> {
                ids.add(key.id());
                people.add(draft.id().value());
                systems.add(key.key().system());
                hashes.add(key.key().hash());
                hints.add(key.key().hint());
                quotas.add(key.key().quota());
                expiries.add(BulkDraft.expires(key.key()));
            });
        }
        return execute(
                NEW_KEYS,
                ids.size(),
                List.of(
                        uuids(ids),
                        uuids(people),
                        texts(systems),
                        texts(hashes),
                        texts(hints),
                        quotas.toArray(Integer[]::new),
                        expiries.toArray(OffsetDateTime[]::new)));
    }

    private Uni<Void> keys(List<BulkDraft> drafts) {
        List<BulkDraft.NewKey> changed = drafts.stream()
                .flatMap(draft -> draft.keys().stream())
                .filter(key -> !key.isNew())
                .toList();
        return execute(
                KEYS,
                changed.size(),
                List.of(
                        changed.stream().map(BulkDraft.NewKey::id).toArray(UUID[]::new),
                        changed.stream().map(key -> key.key().quota()).toArray(Integer[]::new),
                        changed.stream()
                                .map(key -> BulkDraft.expires(key.key()))
                                .toArray(OffsetDateTime[]::new)));
    }

    private Uni<Void> execute(String sql, int rows, List<Object> arrays) {
        if (rows == 0) {
            return Uni.createFrom().voidItem();
        }
        List<Object> parameters = new ArrayList<>();
        parameters.add(account.value());
        parameters.addAll(arrays);
        return connection.preparedQuery(sql).execute(Tuple.from(parameters)).replaceWithVoid();
    }

    private static String[] texts(List<String> values) {
        return values.toArray(String[]::new);
    }

    private static UUID[] uuids(List<UUID> values) {
        return values.toArray(UUID[]::new);
    }
}
