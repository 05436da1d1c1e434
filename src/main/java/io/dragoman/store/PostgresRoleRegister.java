package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleId;
import io.dragoman.operator.RoleRegister;
import io.dragoman.operator.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Roles in PostgreSQL, as the operator sees them. */
@ApplicationScoped
class PostgresRoleRegister implements RoleRegister {

    private final Statements statements;

    PostgresRoleRegister(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Uni<Slice<Role>> list(AccountId account, @Nullable RoleId after, int limit) {
        UUID key = after == null ? null : after.value();
        return statements
                .all(RoleRows.OF_ACCOUNT, Tuple.of(account.value(), key, limit + 1), RoleRows::role)
                .map(rows -> Slice.of(rows, limit));
    }

    @Override
    public Uni<Optional<Role>> get(AccountId account, RoleId id) {
        return statements.first(RoleRows.BY_ID, Tuple.of(account.value(), id.value()), RoleRows::role);
    }
}
