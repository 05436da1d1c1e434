package io.dragoman.store;

import io.dragoman.account.Account;
import io.dragoman.account.AccountStore;
import io.dragoman.account.SystemName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Accounts in PostgreSQL. */
@ApplicationScoped
@Typed(PostgresAccountStore.class)
class PostgresAccountStore implements AccountStore {

    private static final String BY_NAME = "select " + AccountRows.COLUMNS
            + " from account a join account_name n on n.account_id = a.id where n.system = $1 and n.name = $2";
    private static final String HOSTS = "select n.system, n.name from account_name n where n.name like '%.%'";

    private final Statements statements;

    PostgresAccountStore(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Uni<Optional<Account>> byName(String system, String name) {
        return Conditions.isStorable(name)
                ? statements.first(
                        BY_NAME, Tuple.of(system, name.toLowerCase(Locale.ROOT)), row -> AccountRows.account(row, 0))
                : Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Set<SystemName>> hosts() {
        return statements
                .all(HOSTS, Tuple.tuple(), row -> new SystemName(row.getString(0), row.getString(1)))
                .map(Set::copyOf);
    }
}
