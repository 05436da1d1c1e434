package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.Page;
import io.dragoman.directory.Property;
import io.dragoman.directory.PropertyChange;
import io.dragoman.directory.PropertyId;
import io.dragoman.directory.PropertyStore;
import io.dragoman.directory.PropertyValue;
import io.dragoman.directory.PropertyValueQuery;
import io.dragoman.directory.UserId;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Properties and their values in PostgreSQL: a statement for each question, a transaction for each change. */
@ApplicationScoped
@Typed(PostgresPropertyStore.class)
class PostgresPropertyStore implements PropertyStore {

    private final Statements statements;
    private final Sessions sessions;
    private final PropertyWriter writer;

    PostgresPropertyStore(Statements statements, Sessions sessions, PropertyWriter writer) {
        this.statements = statements;
        this.sessions = sessions;
        this.writer = writer;
    }

    @Override
    public Uni<List<Property>> list(AccountId account) {
        return statements.all(PropertyRows.LIST, Tuple.of(account.value()), PropertyRows::property);
    }

    @Override
    public Uni<Optional<Property>> get(AccountId account, long number) {
        return statements.first(PropertyRows.BY_NUMBER, Tuple.of(account.value(), number), PropertyRows::property);
    }

    @Override
    public Uni<Property> create(PropertyChange initial, Caller by) {
        return sessions.write(
                session -> writer.create(session, initial, by).chain(number -> written(session, by.account(), number)));
    }

    @Override
    public Uni<Property> change(AccountId account, PropertyId id, PropertyChange change, Caller by) {
        return sessions.write(session -> writer.change(session, new EntityKey(account, id), change, by)
                .chain(number -> written(session, account, number)));
    }

    @Override
    public Uni<Void> delete(AccountId account, PropertyId id, Caller by) {
        return sessions.write(session -> writer.delete(session, new EntityKey(account, id), by));
    }

    @Override
    public Uni<Page<PropertyValue>> values(AccountId account, PropertyValueQuery query) {
        Tuple parameters = Tuple.from(new Object[] {
            account.value(),
            query.system(),
            query.user(),
            query.property(),
            (long) query.page().limit(),
            query.page().offset()
        });
        return statements
                .all(PropertyRows.VALUES, parameters, Function.identity())
                .map(rows -> PropertyRows.values(rows, query.page().offset()));
    }

    @Override
    public Uni<Optional<PropertyValue>> value(AccountId account, String system, long number) {
        return statements.first(
                PropertyRows.VALUE_BY_NUMBER, Tuple.of(account.value(), system, number), PropertyRows::value);
    }

    @Override
    public Uni<Long> set(AccountId account, PropertyId property, UserId user, String value, Caller by) {
        PropertyValueKey key = new PropertyValueKey(account.value(), user.value(), property.value());
        return sessions.write(session -> writer.set(session, key, value, by));
    }

    private static Uni<Property> written(Mutiny.Session session, AccountId account, long number) {
        return InSession.first(
                        session, PropertyRows.BY_NUMBER, Tuple.of(account.value(), number), PropertyRows::property)
                .map(found -> found.orElseThrow(() -> Failure.of(Kind.NOT_FOUND).toException()));
    }
}
