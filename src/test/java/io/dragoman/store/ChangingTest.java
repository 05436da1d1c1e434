package io.dragoman.store;

import static io.dragoman.store.Tenants.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import io.dragoman.account.LoginStore;
import io.dragoman.directory.Attribute;
import io.dragoman.directory.Criterion;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.Permission;
import io.dragoman.directory.PinHash;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleLink;
import io.dragoman.directory.RoleStatus;
import io.dragoman.directory.RoleStore;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.UserQuery;
import io.dragoman.directory.UserStore;
import io.dragoman.directory.Vocabulary;
import io.dragoman.directory.Warehouses;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangingTest {

    @Inject
    UserStore users;

    @Inject
    RoleStore roles;

    @Inject
    LoginStore logins;

    @Inject
    Tenants tenants;

    Tenant tenant;
    User user;

    @BeforeEach
    void makeSomebody() {
        tenant = tenants.create();
        user = await(users.create(
                Tenant.staff("a").with(Attribute.EMAIL, "a@x.example").with(Attribute.FIRST_NAME, "A"),
                tenant.caller()));
    }

    @Test
    void what_is_not_in_a_change_stays_as_it_is() {
        User changed = change(UserChange.NONE.with(Attribute.LAST_NAME, "Ö"));

        assertThat(changed.profile().firstName()).isEqualTo("A");
        assertThat(changed.profile().lastName()).isEqualTo("Ö");
        assertThat(changed.version()).isEqualTo(user.version() + 1);
        assertThat(changed.audit().updated()).isAfter(user.audit().updated());
        assertThat(changed.audit().created()).isEqualTo(user.audit().created());
    }

    @Test
    void an_empty_change_moves_the_time_of_the_last_one() {
        User changed = change(UserChange.NONE);

        assertThat(changed.audit().updated()).isAfter(user.audit().updated());
    }

    @Test
    void what_was_changed_is_found_by_its_new_value() {
        change(UserChange.NONE.with(Attribute.EMAIL, "Ü@x.example").with(Attribute.LOGIN, "Neu"));

        assertThat(await(users.byLogin(tenant.account(), "NEU"))).map(User::id).contains(user.id());
        assertThat(await(users.byLogin(tenant.account(), "a"))).isEmpty();
        assertThat(await(users.byLogin(tenant.account(), "a\0"))).isEmpty();
        UserQuery query =
                UserQuery.in("erply", PageRequest.at(0, 1)).where(Criterion.is(UserField.EMAIL, "ü@X.example"));
        assertThat(await(users.find(tenant.account(), query)).total()).isOne();
    }

    @Test
    void a_new_password_makes_older_credentials_void() {
        User changed = change(UserChange.NONE.with(Attribute.PASSWORD, new PasswordHash("$argon2id$new")));

        assertThat(changed.credentialVersion()).isEqualTo(user.credentialVersion() + 1);
        assertThat(await(logins.passwordOf(tenant.account(), user.id()))).contains(new PasswordHash("$argon2id$new"));
    }

    @Test
    void nobody_has_a_password_before_one_is_set() {
        assertThat(await(logins.passwordOf(tenant.account(), user.id()))).isEmpty();
        assertThat(await(logins.passwordOf(tenant.account(), new UserId(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void a_person_is_found_by_his_pin() {
        change(UserChange.NONE.with(Attribute.PIN, new PinHash("abc")));

        assertThat(await(users.byPin(tenant.account(), new PinHash("abc"))))
                .map(User::id)
                .contains(user.id());
    }

    @Test
    void an_email_of_somebody_else_is_a_duplicate() {
        await(users.create(Tenant.staff("b").with(Attribute.EMAIL, "b@x.example"), tenant.caller()));

        assertFails(() -> change(UserChange.NONE.with(Attribute.EMAIL, "B@x.example")), Kind.DUPLICATE);
    }

    @Test
    void a_person_that_is_gone_is_not_found() {
        UserId gone = new UserId(UUID.randomUUID());

        assertFails(
                () -> await(users.change(tenant.account(), gone, UserChange.NONE, tenant.caller())), Kind.NOT_FOUND);
        assertFails(() -> await(users.delete(tenant.account(), gone, tenant.caller())), Kind.NOT_FOUND);
        assertFails(
                () -> await(
                        users.link(tenant.account(), gone, tenant.defaultRole(), LinkStatus.ACTIVE, tenant.caller())),
                Kind.NOT_FOUND);
    }

    @Test
    void twenty_changes_at_once_all_count() {
        List<Long> versions = await(Multi.createFrom()
                .range(0, 20)
                .onItem()
                .transformToUni(i -> users.change(
                        tenant.account(), user.id(), UserChange.NONE.with(Attribute.MAX_DISCOUNT, i), tenant.caller()))
                .merge(20)
                .map(User::version)
                .collect()
                .asList());

        assertThat(versions).hasSize(20);
        assertThat(read().version()).isEqualTo(user.version() + 20);
    }

    @Test
    void another_primary_role_takes_the_place_of_the_former_one() {
        Role second = role("Second", Set.of(Permission.USERS_VIEW));

        User changed = change(UserChange.NONE.with(Attribute.PRIMARY_ROLE, second.id()));

        assertThat(changed.links())
                .containsExactly(new RoleLink(2, second.id(), second.numbers(), "Second", LinkStatus.ACTIVE, true));
        assertThat(changed.permissions()).containsExactly(Permission.USERS_VIEW);
    }

    @Test
    void a_linked_role_that_becomes_primary_is_linked_once_and_active() {
        Role second = role("Second", Set.of());
        await(users.link(tenant.account(), user.id(), second.id(), LinkStatus.PENDING, tenant.caller()));

        User changed = change(UserChange.NONE.with(Attribute.PRIMARY_ROLE, second.id()));

        assertThat(changed.links())
                .extracting(RoleLink::number, RoleLink::status, RoleLink::primary)
                .containsExactly(tuple(3L, LinkStatus.ACTIVE, true));
    }

    @Test
    void a_customer_who_becomes_staff_gets_what_staff_have() {
        User customer = await(users.create(Tenant.customer("c"), tenant.caller()));

        User staff = await(users.change(
                tenant.account(),
                customer.id(),
                UserChange.NONE.with(Attribute.KIND, UserKind.STAFF),
                tenant.caller()));

        assertThat(staff.numbers().bySystem()).containsOnlyKeys("picqer", "billomat", "erply", "cscart");
        assertThat(staff.numbers().in("cscart")).isEqualTo(customer.numbers().in("cscart"));
        assertThat(staff.position().employeeNumber()).isEqualTo(2L);
        assertThat(staff.primaryRole()).extracting(RoleLink::roleId).isEqualTo(tenant.defaultRole());
    }

    @Test
    void staff_who_become_customers_keep_their_numbers() {
        User changed = change(UserChange.NONE.with(Attribute.KIND, UserKind.CUSTOMER));

        assertThat(changed.numbers()).isEqualTo(user.numbers());
        assertThat(changed.kind()).isEqualTo(UserKind.CUSTOMER);
    }

    @Test
    void a_link_is_replaced_by_one_with_a_number_of_its_own() {
        Role second = role("Second", Set.of());
        link(second, LinkStatus.ACTIVE);

        RoleLink link = link(second, LinkStatus.DECLINED);

        assertThat(link)
                .isEqualTo(new RoleLink(3, second.id(), second.numbers(), "Second", LinkStatus.DECLINED, false));
        assertThat(read().links()).hasSize(2).contains(link);
    }

    @Test
    void the_link_of_the_primary_role_cannot_be_set() {
        assertFails(
                () -> await(users.link(
                        tenant.account(), user.id(), tenant.defaultRole(), LinkStatus.PENDING, tenant.caller())),
                Kind.CONFLICT);
    }

    @Test
    void permissions_are_those_of_active_links_and_grants_less_denials() {
        Role first = role("First", Set.of(Permission.USERS_VIEW, Permission.USERS_EDIT));
        Role second = role("Second", Set.of(Permission.ROLES_VIEW));
        Role pending = role("Pending", Set.of(Permission.ROLES_DELETE));
        change(UserChange.NONE.with(Attribute.PRIMARY_ROLE, first.id()));
        link(second, LinkStatus.ACTIVE);
        link(pending, LinkStatus.PENDING);
        tenants.sql(
                "update person set granted = '{roles:add}', denied = '{users:edit}' where account_id = $1",
                tenant.account().value());

        assertThat(read().permissions())
                .containsExactlyInAnyOrder(Permission.USERS_VIEW, Permission.ROLES_VIEW, Permission.ROLES_ADD);
    }

    @Test
    void an_admin_holds_every_permission() {
        Role none = role("None", Set.of());

        User changed =
                change(UserChange.NONE.with(Attribute.PRIMARY_ROLE, none.id()).with(Attribute.ADMIN, true));

        assertThat(changed.permissions()).isEqualTo(Vocabulary.ALL);
    }

    @Test
    void a_change_of_a_role_shows_at_once() {
        await(roles.change(
                tenant.account(),
                tenant.defaultRole(),
                new RoleChange(null, null, Set.of(Permission.ROLES_ADD)),
                tenant.caller()));

        assertThat(read().permissions()).containsExactly(Permission.ROLES_ADD);
    }

    @Test
    void a_disabled_role_is_no_link_and_gives_nothing() {
        await(roles.change(
                tenant.account(),
                tenant.defaultRole(),
                new RoleChange(null, RoleStatus.DISABLED, null),
                tenant.caller()));

        assertThat(read().links()).isEmpty();
        assertThat(read().permissions()).isEmpty();
    }

    @Test
    void a_list_of_warehouses_can_be_set_and_lifted() {
        tenants.sql(
                "insert into warehouse values ($1, 2), ($1, 1)",
                tenant.account().value());

        User restricted = change(UserChange.NONE.with(Attribute.WAREHOUSES, Warehouses.only(List.of(2))));
        User free = change(UserChange.NONE.with(Attribute.WAREHOUSES, Warehouses.ALL));

        assertThat(restricted.position().warehouses()).containsExactly(2);
        assertThat(free.position().warehouses()).containsExactly(1, 2);
        assertThat(free.position().warehousesRestricted()).isFalse();
    }

    @Test
    void a_company_is_told_by_its_name_where_it_is_known() {
        tenants.sql(
                "insert into company values ($1, 1, 'Simtech')",
                tenant.account().value());

        User changed = change(UserChange.NONE.with(Attribute.COMPANY, 1L));

        assertThat(changed.position().company().name()).isEqualTo("Simtech");
    }

    @Test
    void a_deleted_person_is_gone_from_everywhere() {
        tenants.sql(
                "insert into api_key (account_id, id, person_id, system, hash, hint)"
                        + " values ($1, gen_random_uuid(), $2, 'picqer', gen_random_uuid()::text, 'x')",
                tenant.account().value(),
                user.id().value());

        await(users.delete(tenant.account(), user.id(), tenant.caller()));

        assertThat(await(users.get(tenant.account(), user.id()))).isEmpty();
        assertThat(await(users.get(tenant.account(), "picqer", 1))).isEmpty();
        assertThat(tenants.count(
                        "select (select count(*) from person_number where account_id = $1)"
                                + " + (select count(*) from membership where account_id = $1)"
                                + " + (select count(*) from api_key where account_id = $1)",
                        tenant.account().value()))
                .isZero();
    }

    private User change(UserChange change) {
        return await(users.change(tenant.account(), user.id(), change, tenant.caller()));
    }

    private User read() {
        return await(users.get(tenant.account(), user.id())).orElseThrow();
    }

    private Role role(String name, Set<Permission> permissions) {
        return await(roles.create(new RoleChange(name, null, permissions), tenant.caller()));
    }

    private RoleLink link(Role role, LinkStatus status) {
        return await(users.link(tenant.account(), user.id(), role.id(), status, tenant.caller()));
    }

    private static void assertFails(ThrowingCallable call, Kind kind) {
        assertThatThrownBy(call)
                .asInstanceOf(type(FacadeException.class))
                .extracting(thrown -> thrown.failure().kind())
                .isEqualTo(kind);
    }
}
