package io.dragoman.store;

import io.dragoman.account.ApiKey;
import io.dragoman.account.KeyHolder;
import io.dragoman.account.KeyStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** API keys in PostgreSQL; a key, its account and its person are one statement. */
@ApplicationScoped
@Typed(PostgresKeyStore.class)
class PostgresKeyStore implements KeyStore {

    private static final String FIND =
            "select " + PersonColumn.ALL + ", k.id, k.system, k.quota, k.expires, k.revoked, "
                    + AccountRows.COLUMNS + " from api_key k join account a on a.id = k.account_id"
                    + " join person_detail d on d.account_id = k.account_id and d.id = k.person_id"
                    + " where k.system = $1 and k.hash = $2";
    private static final int KEY = PersonColumn.COUNT;
    private static final int ACCOUNT = KEY + 5;

    private final Statements statements;

    PostgresKeyStore(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Uni<Optional<KeyHolder>> find(String system, String hash) {
        return statements.first(FIND, Tuple.of(system, hash), PostgresKeyStore::holder);
    }

    private static KeyHolder holder(Row row) {
        return new KeyHolder(key(row), AccountRows.account(row, ACCOUNT), PersonRows.user(row));
    }

    private static ApiKey key(Row row) {
        return new ApiKey(
                row.getUUID(KEY),
                row.getString(KEY + 1),
                row.getInteger(KEY + 2),
                instant(row.getOffsetDateTime(KEY + 3)),
                instant(row.getOffsetDateTime(KEY + 4)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
