package io.dragoman.store;

import io.dragoman.cache.Change;
import io.dragoman.cache.Coherence;
import io.dragoman.directory.AccountId;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.operator.Firm;
import io.dragoman.operator.FirmStore;
import io.dragoman.operator.Operator;
import io.dragoman.operator.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Companies in PostgreSQL. */
@ApplicationScoped
class PostgresFirmStore implements FirmStore {

    private static final String SELECT = "select number, name, version from company where account_id = $1";
    private static final String BY_NUMBER = SELECT + " and number = $2";
    private static final String LIST = SELECT + " and number > $2 order by number limit $3";
    private static final String PEOPLE = "select case when exists (select 1 from person where account_id = :account"
            + " and company_number = :number and company_number <> 0) then 1 else 0 end";

    private final Statements statements;
    private final Sessions sessions;
    private final Clock clock;
    private final Coherence coherence;

    PostgresFirmStore(Statements statements, Sessions sessions, Clock clock, Coherence coherence) {
        this.statements = statements;
        this.sessions = sessions;
        this.clock = clock;
        this.coherence = coherence;
    }

    @Override
    public Uni<Slice<Firm>> list(AccountId account, @Nullable Long after, int limit) {
        return statements
                .all(LIST, Tuple.of(account.value(), after == null ? 0 : after, limit + 1), PostgresFirmStore::firm)
                .map(rows -> Slice.of(rows, limit));
    }

    @Override
    public Uni<Optional<Firm>> get(AccountId account, long number) {
        return statements.first(BY_NUMBER, Tuple.of(account.value(), number), PostgresFirmStore::firm);
    }

    @Override
    public Uni<Firm> create(AccountId account, long number, String name, Operator by) {
        CompanyEntity company = new CompanyEntity(key(account, number), name);
        return write(
                account,
                session -> session.persist(company)
                        .chain(session::flush)
                        .chain(() -> log(session, account, Journal.Action.CREATE, number, name, by))
                        .chain(() -> written(session, account, number)));
    }

    @Override
    public Uni<Firm> rename(AccountId account, Firm former, String name, Operator by) {
        return write(
                account,
                session -> lock(session, account, former)
                        .invoke(company -> company.rename(name))
                        .chain(() -> log(session, account, Journal.Action.CHANGE, former.number(), name, by))
                        .chain(() -> written(session, account, former.number())));
    }

    @Override
    public Uni<Void> delete(AccountId account, Firm former, Operator by) {
        return write(
                account,
                session -> lock(session, account, former)
                        .call(() -> refusePeople(session, account, former.number()))
                        .chain(session::remove)
                        .chain(() -> log(session, account, Journal.Action.DELETE, former.number(), null, by)));
    }

    private <T> Uni<T> write(AccountId account, Function<Mutiny.Session, Uni<T>> work) {
        return coherence.dropping(Change.ofContent(account), sessions.write(work));
    }

    private static Uni<CompanyEntity> lock(Mutiny.Session session, AccountId account, Firm former) {
        return Rows.lock(session, CompanyEntity.class, key(account, former.number()))
                .invoke(company -> Rows.requireVersion(company.version(), former.version()));
    }

    private static Uni<Void> refusePeople(Mutiny.Session session, AccountId account, long number) {
        return session.createNativeQuery(PEOPLE, Integer.class)
                .setParameter("account", account.value())
                .setParameter("number", number)
                .getSingleResult()
                .invoke(PostgresFirmStore::refuseSome)
                .replaceWithVoid();
    }

    private static void refuseSome(int found) {
        if (found > 0) {
            throw Failure.of(Kind.CONFLICT, "there are people of it").toException();
        }
    }

    private static Uni<Firm> written(Mutiny.Session session, AccountId account, long number) {
        return InSession.first(session, BY_NUMBER, Tuple.of(account.value(), number), PostgresFirmStore::firm)
                .map(found -> found.orElseThrow(() -> Failure.of(Kind.NOT_FOUND).toException()));
    }

    private Uni<Void> log(
            Mutiny.Session session,
            AccountId account,
            Journal.Action action,
            long number,
            @Nullable String name,
            Operator by) {
        JsonObject changes = new JsonObject().put("number", number);
        Journal.Entry entry = new Journal.Entry(
                Journal.Subject.COMPANY,
                Journal.whole(account),
                action,
                name == null ? changes : changes.put("name", name));
        return Journal.write(session, entry, by.in(account), clock.instant());
    }

    private static CompanyEntity.Key key(AccountId account, long number) {
        return new CompanyEntity.Key(account.value(), number);
    }

    private static Firm firm(Row row) {
        return new Firm(row.getLong(0), row.getString(1), row.getLong(2));
    }
}
