package io.dragoman.store;

import io.dragoman.account.KeyUseStore;
import io.dragoman.account.KeyUses;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Uses of keys in PostgreSQL. */
@ApplicationScoped
class PostgresKeyUseStore implements KeyUseStore {

    // A row that somebody else is writing is left for the next time, so that no two batches wait for one another.
    private static final String USED = "update api_key k set last_used = used.at from (select k.account_id, k.id,"
            + " u.at from unnest($1::integer[], $2::uuid[], $3::timestamptz[]) u (account_id, id, at)"
            + " join api_key k on k.account_id = u.account_id and k.id = u.id"
            + " where k.last_used is null or k.last_used < u.at for update of k skip locked) used"
            + " where k.account_id = used.account_id and k.id = used.id";

    private final Statements statements;

    PostgresKeyUseStore(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Uni<Void> used(Map<KeyUses.KeyId, Instant> uses) {
        List<Map.Entry<KeyUses.KeyId, Instant>> all = uses.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .toList();
        Integer[] accounts =
                all.stream().map(use -> use.getKey().account().value()).toArray(Integer[]::new);
        UUID[] keys = all.stream().map(use -> use.getKey().key()).toArray(UUID[]::new);
        OffsetDateTime[] times =
                all.stream().map(use -> use.getValue().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        return statements.all(USED, Tuple.of(accounts, keys, times), row -> row).replaceWithVoid();
    }
}
