package io.dragoman.dialect.billomat;

import io.dragoman.account.Accounts;
import io.dragoman.account.Credential;
import io.dragoman.account.Pepper;
import io.dragoman.account.Principal;
import io.dragoman.cache.Coherence;
import io.dragoman.directory.Attribute;
import io.dragoman.directory.Caller;
import io.dragoman.directory.Permission;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleDirectory;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserDirectory;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People, roles, keys and pictures of a test's own in the account globex. */
@ApplicationScoped
class Globex {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Accounts accounts;
    private final UserDirectory users;
    private final RoleDirectory roles;
    private final Pepper pepper;
    private final Pool pool;
    private final Coherence coherence;

    Globex(Accounts accounts, UserDirectory users, RoleDirectory roles, Pepper pepper, Pool pool, Coherence coherence) {
        this.accounts = accounts;
        this.users = users;
        this.roles = roles;
        this.pepper = pepper;
        this.pool = pool;
        this.coherence = coherence;
    }

    /** Somebody whose role has these permissions. */
    User person(Permission... permissions) {
        return person(UserChange.NONE, permissions);
    }

    User person(UserChange profile, Permission... permissions) {
        RoleChange rights = new RoleChange("Role " + UUID.randomUUID(), null, Set.of(permissions));
        Role role = await(roles.create(root(), rights));
        return await(users.create(
                root(),
                profile.with(Attribute.LOGIN, UUID.randomUUID().toString()).with(Attribute.PRIMARY_ROLE, role.id())));
    }

    User read(User person) {
        return await(users.get(root(), BillomatDialect.ID, number(person)));
    }

    void remove(User person) {
        Caller root = root();
        long role = person.links().get(0).role().known(BillomatDialect.ID);
        await(users.delete(root, person));
        await(roles.get(root, BillomatDialect.ID, role).chain(found -> roles.delete(root, found)));
    }

    /** A Billomat key of somebody's. */
    String key(User person) {
        String key = UUID.randomUUID().toString();
        sql(
                "insert into api_key (account_id, id, person_id, system, hash, hint) values ($1, $2, $3, $4, $5, 'test')",
                person.account().value(),
                UUID.randomUUID(),
                person.id().value(),
                BillomatDialect.ID,
                await(pepper.hash("key", key)));
        return key;
    }

    void picture(User person, String type, byte[] picture) {
        sql(
                "insert into avatar (account_id, person_id, media_type, width, height, bytes, updated)"
                        + " values ($1, $2, $3, 1, 1, $4, now())",
                person.account().value(),
                person.id().value(),
                type,
                Buffer.buffer(picture));
    }

    void sql(String sql, @Nullable Object... parameters) {
        await(pool.preparedQuery(sql).execute(Tuple.from(parameters)));
        coherence.forget();
    }

    static long number(User person) {
        return person.numbers().known(BillomatDialect.ID);
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    private Caller root() {
        Principal principal = await(accounts.authenticate(BillomatDialect.ID, Credential.ofKey(Calls.GLOBEX)));
        return principal.caller(BillomatDialect.ID);
    }
}
