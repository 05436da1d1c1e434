package io.dragoman.store;

import static io.dragoman.store.Tenants.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.account.Account;
import io.dragoman.account.AccountStore;
import io.dragoman.account.App;
import io.dragoman.account.AppStore;
import io.dragoman.account.KeyHolder;
import io.dragoman.account.KeyStore;
import io.dragoman.account.SecretStore;
import io.dragoman.directory.Avatar;
import io.dragoman.directory.AvatarStore;
import io.dragoman.directory.User;
import io.dragoman.directory.UserStore;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountStoresTest {

    @Inject
    AccountStore accounts;

    @Inject
    KeyStore keys;

    @Inject
    SecretStore secrets;

    @Inject
    AppStore apps;

    @Inject
    AvatarStore avatars;

    @Inject
    UserStore users;

    @Inject
    Tenants tenants;

    Tenant tenant;
    String name;

    @BeforeEach
    void makeAccount() {
        tenant = tenants.create();
        name = UUID.randomUUID().toString();
        tenants.sql(
                "insert into account_name (system, name, account_id) values ('erply', $2, $1), ('picqer', $2, $1)",
                account(),
                name);
        tenants.sql("insert into account_quota values ($1, 'erply', 5)", account());
    }

    @Test
    void an_account_is_found_by_its_name_in_a_system() {
        Account found =
                await(accounts.byName("erply", name.toUpperCase(Locale.ROOT))).orElseThrow();

        assertThat(found.id()).isEqualTo(tenant.account());
        assertThat(found.zone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
        assertThat(found.names()).isEqualTo(Map.of("erply", Set.of(name), "picqer", Set.of(name)));
        assertThat(found.quotas()).isEqualTo(Map.of("erply", 5));
        assertThat(await(accounts.byName("billomat", name))).isEmpty();
        assertThat(await(accounts.byName("erply", "\0"))).isEmpty();
    }

    @Test
    void a_key_comes_with_its_account_and_its_person() {
        User user = await(users.create(Tenant.staff("a"), tenant.caller()));
        String hash = UUID.randomUUID().toString();
        Instant expires = Instant.parse("2030-01-01T00:00:00Z");
        tenants.sql(
                "insert into api_key (account_id, id, person_id, system, hash, hint, quota, expires)"
                        + " values ($1, gen_random_uuid(), $2, 'picqer', $3, 'x', 7, $4)",
                account(),
                user.id().value(),
                hash,
                OffsetDateTime.parse("2030-01-01T00:00:00Z"));

        KeyHolder holder = await(keys.find("picqer", hash)).orElseThrow();

        assertThat(holder.user()).isEqualTo(user);
        assertThat(holder.account())
                .isEqualTo(await(accounts.byName("erply", name)).orElseThrow());
        assertThat(holder.key().quota()).isEqualTo(7);
        assertThat(holder.key().expires()).isEqualTo(expires);
        assertThat(holder.key().revoked()).isNull();
        assertThat(await(keys.find("billomat", hash))).isEmpty();
    }

    @Test
    void of_those_who_make_a_secret_at_once_the_first_decides() {
        List<String> made = await(Multi.createFrom()
                .range(0, 10)
                .onItem()
                .transformToUni(i -> secrets.secret("test-" + name))
                .merge(10)
                .map(HexFormat.of()::formatHex)
                .collect()
                .asList());

        assertThat(made).hasSize(10).containsOnly(made.get(0));
        assertThat(made.get(0)).hasSize(64);
    }

    @Test
    void an_app_is_found_by_account_system_and_id() {
        tenants.sql("insert into registered_app values ($1, 'erply', 'app', 'hash', 9)", account());

        assertThat(await(apps.find(tenant.account(), "erply", "app"))).contains(new App("app", "hash", 9));
        assertThat(await(apps.find(tenant.account(), "picqer", "app"))).isEmpty();
        assertThat(await(apps.find(tenant.account(), "erply", "\0"))).isEmpty();
    }

    @Test
    void a_picture_is_given_as_it_was_stored() {
        User user = await(users.create(Tenant.staff("a"), tenant.caller()));
        tenants.sql(
                "insert into avatar values ($1, $2, 'image/png', 1, 1, $3, '2020-01-01T00:00:00Z')",
                account(),
                user.id().value(),
                Buffer.buffer(new byte[] {1, 2, 0}));

        Avatar avatar = await(avatars.get(tenant.account(), user.id())).orElseThrow();

        assertThat(avatar.bytes()).containsExactly(1, 2, 0);
        assertThat(avatar.mediaType()).isEqualTo("image/png");
        assertThat(avatar.updated()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
    }

    private int account() {
        return tenant.account().value();
    }
}
