package io.dragoman.store;

import io.dragoman.cache.Change;
import io.dragoman.cache.Coherence;
import io.dragoman.directory.AccountId;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.operator.Operator;
import io.dragoman.operator.Slice;
import io.dragoman.operator.Tenancy;
import io.dragoman.operator.TenancySettings;
import io.dragoman.operator.TenancyStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Accounts in PostgreSQL, as the operator sees them. */
@ApplicationScoped
class PostgresTenancyStore implements TenancyStore {

    private static final Logger LOG = Logger.getLogger(PostgresTenancyStore.class);

    private final Statements statements;
    private final Sessions sessions;
    private final TenancyWriter writer;
    private final Coherence coherence;

    PostgresTenancyStore(Statements statements, Sessions sessions, TenancyWriter writer, Coherence coherence) {
        this.statements = statements;
        this.sessions = sessions;
        this.writer = writer;
        this.coherence = coherence;
    }

    @Override
    public Uni<Slice<Tenancy>> list(@Nullable Integer after, int limit) {
        return statements
                .all(TenancyRows.LIST, Tuple.of(after, limit + 1), TenancyRows::tenancy)
                .map(rows -> Slice.of(rows, limit));
    }

    @Override
    public Uni<Optional<Tenancy>> get(String name) {
        return Conditions.isStorable(name)
                ? statements.first(TenancyRows.BY_NAME, Tuple.of(name), TenancyRows::tenancy)
                : Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Tenancy> create(TenancySettings settings, Operator by) {
        return sessions.write(session -> writer.create(session, settings, by).chain(id -> written(session, id)))
                .invoke(made -> coherence.changed(Change.ofAccount(made.id())));
    }

    @Override
    public Uni<Tenancy> change(Tenancy former, TenancySettings settings, Operator by) {
        return coherence.dropping(
                Change.ofAccount(former.id()),
                sessions.write(
                        session -> writer.change(session, former, settings, by).chain(id -> written(session, id))));
    }

    @Override
    public Uni<Void> delete(Tenancy former, boolean people, Operator by) {
        Uni<Void> deleted = sessions.write(session -> writer.delete(session, former, people));
        return coherence
                .dropping(Change.ofAccount(former.id()), deleted)
                .invoke(() -> LOG.infof(
                        "The account %s was deleted by %s", former.settings().name(), by.name()));
    }

    private static Uni<Tenancy> written(Mutiny.Session session, AccountId id) {
        return InSession.first(session, TenancyRows.BY_ID, Tuple.of(id.value()), TenancyRows::tenancy)
                .map(found -> found.orElseThrow(() -> Failure.of(Kind.NOT_FOUND).toException()));
    }
}
