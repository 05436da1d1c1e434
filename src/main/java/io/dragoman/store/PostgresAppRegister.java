package io.dragoman.store;

import io.dragoman.cache.Change;
import io.dragoman.cache.Coherence;
import io.dragoman.directory.AccountId;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.operator.AppRegister;
import io.dragoman.operator.Operator;
import io.dragoman.operator.RegisteredApp;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Registered applications in PostgreSQL, as the operator sees them. */
@ApplicationScoped
class PostgresAppRegister implements AppRegister {

    private static final String LIST =
            "select system, app_id, quota, created from registered_app where account_id = $1 order by system, app_id";
    private static final String DELETE =
            "delete from registered_app where account_id = :account and system = :system and app_id = :app";

    private final Statements statements;
    private final Sessions sessions;
    private final Clock clock;
    private final Coherence coherence;

    PostgresAppRegister(Statements statements, Sessions sessions, Clock clock, Coherence coherence) {
        this.statements = statements;
        this.sessions = sessions;
        this.clock = clock;
        this.coherence = coherence;
    }

    @Override
    public Uni<List<RegisteredApp>> list(AccountId account) {
        return statements.all(LIST, Tuple.of(account.value()), PostgresAppRegister::app);
    }

    @Override
    public Uni<Void> create(AccountId account, RegisteredApp app, String secretHash, Operator by) {
        AppEntity.Key key = new AppEntity.Key(account.value(), app.system(), app.id());
        return write(
                account,
                session -> session.persist(new AppEntity(key, secretHash, app.quota(), app.created()))
                        .chain(session::flush)
                        .chain(() -> log(session, account, "registered", app.system(), app.id(), by)));
    }

    @Override
    public Uni<Void> delete(AccountId account, String system, String id, Operator by) {
        return write(
                account,
                session -> session.createNativeQuery(DELETE)
                        .setParameter("account", account.value())
                        .setParameter("system", system)
                        .setParameter("app", id)
                        .executeUpdate()
                        .invoke(PostgresAppRegister::requireOne)
                        .chain(() -> log(session, account, "removed", system, id, by)));
    }

    private <T> Uni<T> write(AccountId account, Function<Mutiny.Session, Uni<T>> work) {
        return coherence.dropping(Change.ofAccount(account), sessions.write(work));
    }

    private static void requireOne(int deleted) {
        if (deleted == 0) {
            throw Failure.of(Kind.NOT_FOUND).toException();
        }
    }

    /** Nothing of an application is kept anywhere but with its account. */
    private Uni<Void> log(
            Mutiny.Session session, AccountId account, String done, String system, String id, Operator by) {
        JsonObject changes = new JsonObject()
                .put("app", new JsonObject().put("system", system).put("id", id).put("is", done));
        Journal.Entry entry =
                new Journal.Entry(Journal.Subject.ACCOUNT, Journal.whole(account), Journal.Action.CHANGE, changes);
        return Journal.write(session, entry, by.in(account), clock.instant());
    }

    private static RegisteredApp app(Row row) {
        return new RegisteredApp(
                row.getString(0),
                row.getString(1),
                row.getInteger(2),
                row.getOffsetDateTime(3).toInstant());
    }
}
