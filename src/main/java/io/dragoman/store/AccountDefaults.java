package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.RoleId;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What an account's people have unless somebody chooses.
 *
 * @param role of staff, null where the account has none for them
 */
record AccountDefaults(String timeZone, @Nullable RoleId role) {

    private static final String SQL = "select time_zone, default_role from account where id = $1";

    /** Those of an account. NOT_FOUND where it is gone. */
    static Uni<AccountDefaults> of(Mutiny.Session session, AccountId account) {
        return InSession.first(session, SQL, Tuple.of(account.value()), AccountDefaults::of)
                .map(found -> found.orElseThrow(() -> Failure.of(Kind.NOT_FOUND).toException()));
    }

    private static AccountDefaults of(Row row) {
        UUID role = row.getUUID(1);
        return new AccountDefaults(row.getString(0), role == null ? null : new RoleId(role));
    }
}
