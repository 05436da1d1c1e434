package io.dragoman.store;

import io.dragoman.cache.Coherence;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleStore;
import io.dragoman.directory.Vocabulary;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Makes accounts for tests, and speaks SQL for them, of which nothing is remembered. */
@ApplicationScoped
class Tenants {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pool pool;
    private final RoleStore roles;
    private final Coherence coherence;

    Tenants(Pool pool, RoleStore roles, Coherence coherence) {
        this.pool = pool;
        this.roles = roles;
        this.coherence = coherence;
    }

    Tenant create() {
        AccountId account = new AccountId(sql(
                        "insert into account (name, time_zone) values ($1, 'Europe/Amsterdam') returning id",
                        UUID.randomUUID().toString())
                .get(0)
                .getInteger(0));
        Role role = await(
                roles.create(new RoleChange("Operators", null, Vocabulary.ALL), Tenant.caller(account, "cscart")));
        sql(
                "update account set default_role = $2 where id = $1",
                account.value(),
                role.id().value());
        return new Tenant(account, role.id(), Tenant.caller(account, "cscart"));
    }

    List<Row> sql(String sql, Object... parameters) {
        List<Row> rows = StreamSupport.stream(
                        await(pool.preparedQuery(sql).execute(Tuple.from(parameters)))
                                .spliterator(),
                        false)
                .toList();
        coherence.forget();
        return rows;
    }

    long count(String sql, Object... parameters) {
        return sql(sql, parameters).get(0).getLong(0);
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
