package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.CaseFolding;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Once;
import io.dragoman.directory.Page;
import io.dragoman.directory.PinHash;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.RoleLink;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserQuery;
import io.dragoman.directory.UserStore;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** People in PostgreSQL: a statement for each question, a transaction for each change. */
@ApplicationScoped
@Typed(PostgresUserStore.class)
class PostgresUserStore implements UserStore {

    private final Statements statements;
    private final TextStatistics texts;
    private final Sessions sessions;
    private final PersonWriter writer;
    private final LinkWriter links;
    private final PostgresReceiptStore receipts;

    PostgresUserStore(
            Statements statements,
            TextStatistics texts,
            Sessions sessions,
            PersonWriter writer,
            LinkWriter links,
            PostgresReceiptStore receipts) {
        this.statements = statements;
        this.texts = texts;
        this.sessions = sessions;
        this.writer = writer;
        this.links = links;
        this.receipts = receipts;
    }

    /** Whether few or many match is seen by the first statement, which finds nobody then. */
    @Override
    public Uni<Page<User>> find(AccountId account, UserQuery query) {
        return page(account, query, PersonSql::list)
                .chain(found -> query.conditions().isEmpty() || found.total() <= PersonSql.FEW
                        ? Uni.createFrom().item(found)
                        : page(account, query, PersonSql::listOfMany));
    }

    private Uni<Page<User>> page(
            AccountId account, UserQuery query, BiFunction<UserQuery, Conditions, String> statement) {
        Conditions conditions = new Conditions(account, query.system(), texts.common());
        String sql = statement.apply(query, conditions);
        return statements.all(sql, conditions.parameters(), Function.identity()).map(PostgresUserStore::page);
    }

    @Override
    public Uni<Optional<User>> get(AccountId account, String system, long number) {
        return one(PersonSql.BY_NUMBER, Tuple.of(account.value(), system, number));
    }

    @Override
    public Uni<Optional<User>> get(AccountId account, UserId id) {
        return one(PersonSql.BY_ID, Tuple.of(account.value(), id.value()));
    }

    @Override
    public Uni<Optional<User>> byLogin(AccountId account, String login) {
        return Conditions.isStorable(login)
                ? one(PersonSql.BY_LOGIN, Tuple.of(account.value(), CaseFolding.fold(login)))
                : Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Optional<User>> byPin(AccountId account, PinHash pin) {
        return one(PersonSql.BY_PIN, Tuple.of(account.value(), pin.hex()));
    }

    @Override
    public Uni<User> create(UserChange initial, Caller by, Once<User> once) {
        return sessions.write(session -> receipts.once(
                session,
                once,
                () -> writer.create(session, initial, by, PostgresUserStore::reading, PersonRows::user)
                        .map(PostgresUserStore::found)));
    }

    @Override
    public Uni<User> change(AccountId account, UserId id, UserChange change, Caller by) {
        EntityKey key = new EntityKey(account, id);
        return sessions.write(session -> writer.change(session, key, change, by).chain(() -> written(session, key)));
    }

    @Override
    public Uni<Void> delete(AccountId account, UserId id, @Nullable Long expected, Caller by) {
        return sessions.write(session -> writer.delete(session, new EntityKey(account, id), expected, by));
    }

    @Override
    public Uni<RoleLink> link(AccountId account, UserId id, RoleId role, LinkStatus status, Caller by) {
        return sessions.write(session -> links.link(session, new EntityKey(account, id), role, status, by)
                .chain(number -> RoleRows.written(session, new EntityKey(account, role))
                        .map(found -> link(number, found, status))));
    }

    private Uni<Optional<User>> one(String sql, Tuple parameters) {
        return statements.first(sql, parameters, PersonRows::user);
    }

    /** Read before the commit: once that is done, nothing may fail any more. */
    private static Uni<User> written(Mutiny.Session session, EntityKey key) {
        InSession.Statement reading = reading(key);
        return InSession.first(session, reading.sql(), reading.parameters(), PersonRows::user)
                .map(PostgresUserStore::found);
    }

    private static InSession.Statement reading(EntityKey key) {
        return new InSession.Statement(PersonSql.BY_ID, Tuple.of(key.account(), key.id()));
    }

    private static User found(Optional<User> user) {
        return user.orElseThrow(() -> Failure.of(Kind.NOT_FOUND).toException());
    }

    private static RoleLink link(long number, Role role, LinkStatus status) {
        return new RoleLink(number, role.id(), role.numbers(), role.name(), status, false);
    }

    static Page<User> page(List<Row> rows) {
        Row first = rows.get(0);
        List<User> people = first.getUUID(PersonColumn.ID.place()) == null
                ? List.of()
                : rows.stream().map(PersonRows::user).toList();
        return new Page<>(people, first.getLong(PersonSql.OFFSET), first.getLong(PersonSql.TOTAL));
    }
}
