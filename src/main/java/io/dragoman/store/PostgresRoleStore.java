package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.Once;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.RoleStore;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Roles in PostgreSQL: a statement for each question, a transaction for each change. */
@ApplicationScoped
@Typed(PostgresRoleStore.class)
class PostgresRoleStore implements RoleStore {

    private final Statements statements;
    private final Sessions sessions;
    private final RoleWriter writer;
    private final PostgresReceiptStore receipts;

    PostgresRoleStore(Statements statements, Sessions sessions, RoleWriter writer, PostgresReceiptStore receipts) {
        this.statements = statements;
        this.sessions = sessions;
        this.writer = writer;
        this.receipts = receipts;
    }

    @Override
    public Uni<List<Role>> list(AccountId account, String system) {
        return statements.all(RoleRows.LIST, Tuple.of(account.value(), system), RoleRows::role);
    }

    @Override
    public Uni<Optional<Role>> get(AccountId account, String system, long number) {
        return statements.first(RoleRows.BY_NUMBER, Tuple.of(account.value(), system, number), RoleRows::role);
    }

    @Override
    public Uni<Role> create(RoleChange initial, Caller by, Once<Role> once) {
        return sessions.write(session -> receipts.once(
                session,
                once,
                () -> writer.create(session, initial, by)
                        .chain(id -> RoleRows.written(session, new EntityKey(by.account(), id)))));
    }

    @Override
    public Uni<Role> change(AccountId account, RoleId id, RoleChange change, Caller by) {
        EntityKey key = new EntityKey(account, id);
        return sessions.write(
                session -> writer.change(session, key, change, by).chain(() -> RoleRows.written(session, key)));
    }

    @Override
    public Uni<Void> delete(AccountId account, RoleId id, @Nullable Long expected, Caller by) {
        return sessions.write(session -> writer.delete(session, new EntityKey(account, id), expected, by)
                .onFailure(StoreFailures::isReferred)
                .transform(PostgresRoleStore::inUse));
    }

    private static Throwable inUse(Throwable refused) {
        return Failure.of(Kind.CONFLICT, "somebody's primary role or the account's default")
                .toException();
    }
}
