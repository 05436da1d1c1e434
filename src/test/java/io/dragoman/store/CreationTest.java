package io.dragoman.store;

import static io.dragoman.store.Tenants.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.PinHash;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.RoleLink;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.UserStore;
import io.dragoman.directory.Vocabulary;
import io.dragoman.directory.Warehouses;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CreationTest {

    @Inject
    UserStore users;

    @Inject
    Tenants tenants;

    @Inject
    Pool pool;

    Tenant tenant;

    @BeforeEach
    void makeAccount() {
        tenant = tenants.create();
    }

    @Test
    void staff_get_numbers_everywhere_an_employee_number_and_the_default_role() {
        User user = await(users.create(UserChange.NONE, tenant.in("erply")));

        assertThat(user.numbers().bySystem())
                .isEqualTo(Map.of("picqer", 1L, "billomat", 1L, "erply", 1L, "cscart", 1L));
        assertThat(user.login()).isEqualTo("user_1");
        assertThat(user.position().employeeNumber()).isEqualTo(1L);
        assertThat(user.primaryRole())
                .extracting(RoleLink::roleId, RoleLink::status, RoleLink::number)
                .containsExactly(tenant.defaultRole(), LinkStatus.ACTIVE, 1L);
        assertThat(user.permissions()).isEqualTo(Vocabulary.ALL);
        assertThat(user.profile().locale()).isEqualTo("en_US");
        assertThat(user.profile().timeZone()).isEqualTo("Europe/Amsterdam");
        assertThat(user.active()).isTrue();
    }

    @Test
    void customers_get_a_number_in_cscart_alone() {
        User user = await(users.create(Tenant.customer("c"), tenant.caller()));

        assertThat(user.numbers().bySystem()).isEqualTo(Map.of("cscart", 1L));
        assertThat(user.position().employeeNumber()).isNull();
        assertThat(user.links()).isEmpty();
        assertThat(user.permissions()).isEmpty();
    }

    @Test
    void every_attribute_is_kept() {
        tenants.sql(
                "insert into warehouse values ($1, 2), ($1, 1)",
                tenant.account().value());
        UserChange all = UserChange.NONE
                .with(Attribute.LOGIN, "Zoë")
                .with(Attribute.EMAIL, "Zoe@Example.net")
                .with(Attribute.FIRST_NAME, "Zoë 𝒵")
                .with(Attribute.LAST_NAME, "O'Hara \"x\" \\ %")
                .with(Attribute.SALUTATION, "MRS")
                .with(Attribute.PHONE, "+1 555")
                .with(Attribute.LOCALE, "nl_NL")
                .with(Attribute.TIME_ZONE, "Europe/Brussels")
                .with(Attribute.COMPANY_TEXT, "A/S")
                .with(Attribute.CUSTOM_FIELD, "x".repeat(10_000))
                .with(Attribute.ACTIVE, false)
                .with(Attribute.ADMIN, true)
                .with(Attribute.ROOT, true)
                .with(Attribute.COMPANY, 7L)
                .with(Attribute.MAX_DISCOUNT, 15)
                .with(Attribute.PACKING_STATION, 2491L)
                .with(Attribute.WAREHOUSES, Warehouses.only(List.of(2, 1)))
                .with(Attribute.CREATED, Instant.parse("2005-04-03T19:20:08Z"));
        User user = await(users.create(all, tenant.caller()));

        assertThat(user.login()).isEqualTo("Zoë");
        assertThat(user.profile().email()).isEqualTo("Zoe@Example.net");
        assertThat(user.profile().firstName()).isEqualTo("Zoë 𝒵");
        assertThat(user.profile().lastName()).isEqualTo("O'Hara \"x\" \\ %");
        assertThat(user.profile().salutation()).isEqualTo("MRS");
        assertThat(user.profile().phone()).isEqualTo("+1 555");
        assertThat(user.profile().locale()).isEqualTo("nl_NL");
        assertThat(user.profile().timeZone()).isEqualTo("Europe/Brussels");
        assertThat(user.profile().companyText()).isEqualTo("A/S");
        assertThat(user.profile().customField()).hasSize(10_000);
        assertThat(user.active()).isFalse();
        assertThat(user.admin()).isTrue();
        assertThat(user.root()).isTrue();
        assertThat(user.position().company().number()).isEqualTo(7);
        assertThat(user.position().maxDiscount()).isEqualTo(15);
        assertThat(user.position().packingStation()).isEqualTo(2491L);
        assertThat(user.position().warehouses()).containsExactly(1, 2);
        assertThat(user.position().warehousesRestricted()).isTrue();
        assertThat(user.audit().created()).isEqualTo(Instant.parse("2005-04-03T19:20:08Z"));
        assertThat(user.audit().createdBy()).isEqualTo("operator");
    }

    @Test
    void fifty_creations_with_one_email_make_one_person() {
        List<Object> outcomes = inParallel(
                50, i -> Tenant.staff("s" + i).with(Attribute.EMAIL, i % 2 == 0 ? "Ü@x.example" : "ü@X.example"));

        assertThat(outcomes).filteredOn(User.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(FacadeException.class::isInstance)
                .hasSize(49)
                .extracting(thrown -> ((FacadeException) thrown).failure())
                .containsOnly(Failure.ofField(Kind.DUPLICATE, "email", "email"));
        assertThat(tenants.count("select count(*) from person where account_id = $1", account()))
                .isOne();
        assertThat(tenants.count("select count(*) from person_number where account_id = $1", account()))
                .isEqualTo(4);
    }

    @Test
    void parallel_creations_get_numbers_of_their_own() {
        List<Object> outcomes = inParallel(40, i -> Tenant.staff("s" + i));

        assertThat(outcomes)
                .extracting(outcome -> ((User) outcome).numbers().known("picqer"))
                .doesNotHaveDuplicates();
        assertThat(outcomes)
                .extracting(outcome -> ((User) outcome).position().employeeNumber())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_number_is_above_every_one_that_was_imported() {
        User first = await(users.create(Tenant.staff("a"), tenant.caller()));
        tenants.sql(
                "update person_number set number = 425 where account_id = $1 and person_id = $2 and system = 'picqer'",
                account(),
                first.id().value());
        tenants.sql("update person set employee_number = 77 where account_id = $1", account());
        tenants.sql("update membership set number = 99 where account_id = $1", account());

        User second = await(users.create(Tenant.staff("b"), tenant.caller()));

        assertThat(second.numbers().in("picqer")).isEqualTo(426);
        assertThat(second.numbers().in("erply")).isEqualTo(2);
        assertThat(second.position().employeeNumber()).isEqualTo(78);
        assertThat(second.links()).extracting(RoleLink::number).containsExactly(100L);
    }

    @Test
    void somebody_has_the_default_login_already() {
        await(users.create(Tenant.staff("USER_2"), tenant.caller()));

        User second = await(users.create(UserChange.NONE, tenant.caller()));

        assertThat(second.login()).matches("user_2_[0-9a-f]{8}");
    }

    @Test
    void a_default_login_that_is_taken_while_the_creation_waits_is_no_duplicate() {
        Uni<User> creation =
                users.create(UserChange.NONE, tenant.caller()).memoize().indefinitely();

        await(pool.withTransaction(connection -> connection
                .preparedQuery(
                        "insert into person (account_id, id, kind, login, folded_login, created, created_by, updated,"
                                + " updated_by) values ($1, $2, 'CUSTOMER', 'user_1', 'user_1', now(), 'test', now(), 'test')")
                .execute(Tuple.of(account(), UUID.randomUUID()))
                .invoke(() -> creation.subscribe().with(user -> {}, failure -> {}))
                .chain(this::untilSomebodyWaits)));

        assertThat(await(creation).login()).matches("user_1_[0-9a-f]{8}");
    }

    @Test
    void a_number_once_given_is_not_given_again() {
        User first = await(users.create(Tenant.staff("a"), tenant.caller()));
        await(users.delete(tenant.account(), first.id(), tenant.caller()));

        User second = await(users.create(Tenant.staff("a"), tenant.caller()));

        assertThat(second.numbers().in("cscart")).isEqualTo(2);
    }

    @Test
    void a_creation_that_fails_leaves_nothing() {
        await(users.create(Tenant.staff("taken"), tenant.caller()));

        assertFailure(Tenant.staff("TAKEN"), Kind.DUPLICATE, "login");

        assertThat(tenants.count(
                        "select max(last) from counter where account_id = $1 and subject = 'person'", account()))
                .isOne();
        assertThat(tenants.count(
                        "select count(*) from change_log where account_id = $1 and subject = 'person'", account()))
                .isOne();
    }

    @Test
    void a_pin_belongs_to_one_person() {
        await(users.create(Tenant.staff("a").with(Attribute.PIN, new PinHash("abc")), tenant.caller()));

        assertFailure(Tenant.staff("b").with(Attribute.PIN, new PinHash("abc")), Kind.DUPLICATE, "pin");
    }

    @Test
    void a_role_of_another_account_is_invalid() {
        Tenant other = tenants.create();

        assertFailure(Tenant.staff("a").with(Attribute.PRIMARY_ROLE, other.defaultRole()), Kind.INVALID, "primaryRole");
    }

    @Test
    void staff_without_any_role_are_invalid() {
        tenants.sql("update account set default_role = null where id = $1", account());

        assertFailure(Tenant.staff("a"), Kind.INVALID, "primaryRole");
    }

    @Test
    void a_text_that_cannot_be_stored_is_invalid() {
        assertFailure(Tenant.staff("a").with(Attribute.FIRST_NAME, "nul \0"), Kind.INVALID, null);
    }

    @Test
    void an_unknown_role_is_invalid() {
        RoleId unknown = new RoleId(UUID.randomUUID());

        assertFailure(Tenant.customer("a").with(Attribute.PRIMARY_ROLE, unknown), Kind.INVALID, "primaryRole");
    }

    @Test
    void an_account_without_warehouses_has_none_to_work_in() {
        User user = await(users.create(
                Tenant.staff("a").with(Attribute.PASSWORD, new PasswordHash("$argon2id$x")), tenant.caller()));

        assertThat(user.position().warehouses()).isEmpty();
        assertThat(user.position().warehousesRestricted()).isFalse();
        assertThat(user.kind()).isEqualTo(UserKind.STAFF);
    }

    private void assertFailure(UserChange initial, Kind kind, @Nullable String field) {
        assertThatThrownBy(() -> await(users.create(initial, tenant.caller())))
                .asInstanceOf(type(FacadeException.class))
                .extracting(FacadeException::failure)
                .extracting(Failure::kind, Failure::field)
                .containsExactly(kind, field);
    }

    private List<Object> inParallel(int times, IntFunction<UserChange> initial) {
        return await(Multi.createFrom()
                .iterable(IntStream.range(0, times).mapToObj(initial).toList())
                .onItem()
                .transformToUni(change -> users.create(change, tenant.caller())
                        .map(Object.class::cast)
                        .onFailure()
                        .recoverWithItem(thrown -> thrown))
                .merge(times)
                .collect()
                .asList());
    }

    private Uni<Void> untilSomebodyWaits() {
        return pool.query("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .repeat()
                .withDelay(Duration.ofMillis(20))
                .until(waiting -> waiting > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private int account() {
        return tenant.account().value();
    }
}
