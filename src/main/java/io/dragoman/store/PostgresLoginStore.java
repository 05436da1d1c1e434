package io.dragoman.store;

import io.dragoman.account.LoginStore;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Password hashes in PostgreSQL. */
@ApplicationScoped
class PostgresLoginStore implements LoginStore {

    private static final String PASSWORD =
            "select password from person where account_id = $1 and id = $2 and password is not null";

    private final Statements statements;

    PostgresLoginStore(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Uni<Optional<PasswordHash>> passwordOf(AccountId account, UserId user) {
        return statements.first(
                PASSWORD, Tuple.of(account.value(), user.value()), row -> new PasswordHash(row.getString(0)));
    }
}
