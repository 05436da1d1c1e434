package io.dragoman.store;

import static io.dragoman.store.Tenants.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.PinHash;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleStatus;
import io.dragoman.directory.RoleStore;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserStore;
import io.dragoman.directory.Vocabulary;
import io.dragoman.directory.Warehouses;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JournalTest {

    @Inject
    UserStore users;

    @Inject
    RoleStore roles;

    @Inject
    Pool pool;

    @Inject
    Tenants tenants;

    Tenant tenant;

    @BeforeEach
    void makeAccount() {
        tenant = tenants.create();
    }

    @Test
    void every_write_of_a_person_is_written_down() {
        User user = await(users.create(Tenant.staff("a"), tenant.in("picqer")));
        Role role = await(roles.create(new RoleChange("R", null, Set.of()), tenant.caller()));
        await(users.change(
                tenant.account(),
                user.id(),
                UserChange.NONE
                        .with(Attribute.MAX_DISCOUNT, 5)
                        .with(Attribute.PRIMARY_ROLE, role.id())
                        .with(Attribute.WAREHOUSES, Warehouses.only(List.of(1))),
                tenant.in("erply")));
        await(users.link(tenant.account(), user.id(), tenant.defaultRole(), LinkStatus.FREE, tenant.caller()));
        await(users.delete(tenant.account(), user.id(), tenant.caller()));

        List<Row> entries = entries(user.id().value());

        assertThat(entries)
                .extracting(row -> row.getString("action"))
                .containsExactly("create", "change", "link", "delete");
        assertThat(entries).extracting(row -> row.getString("system")).startsWith("picqer", "erply");
        assertThat(entries).extracting(row -> row.getString("actor")).containsOnly("operator");
        assertThat(entries).extracting(row -> row.getString("subject")).containsOnly("person");
        assertThat(entries.get(0).getJsonObject("changes"))
                .isEqualTo(new JsonObject()
                        .put("kind", "STAFF")
                        .put("login", "a")
                        .put("primaryRole", tenant.defaultRole().value().toString()));
        assertThat(entries.get(1).getJsonObject("changes"))
                .isEqualTo(new JsonObject()
                        .put("maxDiscount", 5)
                        .put("primaryRole", role.id().value().toString())
                        .put("warehouses", new JsonArray().add(1)));
    }

    @Test
    void every_write_of_a_role_is_written_down() {
        Role role = await(roles.create(new RoleChange("R", null, Set.of()), tenant.caller()));
        await(roles.change(
                tenant.account(), role.id(), new RoleChange(null, RoleStatus.HIDDEN, Vocabulary.ALL), tenant.caller()));
        await(roles.delete(tenant.account(), role.id(), tenant.caller()));

        List<Row> entries = entries(role.id().value());

        assertThat(entries).extracting(row -> row.getString("action")).containsExactly("create", "change", "delete");
        assertThat(entries.get(1).getJsonObject("changes").getJsonArray("permissions"))
                .hasSize(Vocabulary.ALL.size());
    }

    @Test
    void of_a_secret_only_that_it_was_written_is_written_down() {
        UserChange secrets = Tenant.staff("a")
                .with(Attribute.PASSWORD, new PasswordHash("$argon2id$secret"))
                .with(Attribute.PIN, new PinHash("5ec7e7"));
        User user = await(users.create(secrets, tenant.caller()));

        JsonObject changes = entries(user.id().value()).get(0).getJsonObject("changes");

        assertThat(changes.getBoolean("password")).isTrue();
        assertThat(changes.getBoolean("pin")).isTrue();
        assertThat(changes.encode()).doesNotContain("argon2id", "5ec7e7");
    }

    @Test
    void every_write_is_told_to_those_who_listen() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        SqlConnection connection = await(pool.getConnection());
        ((PgConnection) connection.getDelegate()).notificationHandler(told -> heard.add(told.getPayload()));
        await(connection.query("listen dragoman_change").execute());

        User user = await(users.create(Tenant.staff("a"), tenant.caller()));

        String message = tenant.account().value() + ":new:" + user.id().value();
        Awaitility.await().untilAsserted(() -> assertThat(heard).contains(message));
        await(connection.query("unlisten *").execute());
        await(connection.close());
    }

    private List<Row> entries(UUID subject) {
        return tenants.sql(
                "select * from change_log where account_id = $1 and subject_id = $2 order by id",
                tenant.account().value(),
                subject);
    }
}
