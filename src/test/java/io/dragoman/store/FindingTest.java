package io.dragoman.store;

import static io.dragoman.directory.Criterion.atLeast;
import static io.dragoman.directory.Criterion.contains;
import static io.dragoman.directory.Criterion.in;
import static io.dragoman.directory.Criterion.is;
import static io.dragoman.directory.Criterion.like;
import static io.dragoman.store.Tenants.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.Criterion;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleChange;
import io.dragoman.directory.RoleStatus;
import io.dragoman.directory.RoleStore;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.UserQuery;
import io.dragoman.directory.UserStore;
import io.dragoman.directory.Warehouses;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FindingTest {

    private static final PageRequest ALL = PageRequest.at(0, 100);
    private static final String SYSTEM = "cscart";

    @Inject
    UserStore users;

    @Inject
    RoleStore roles;

    @Inject
    Tenants tenants;

    Tenant tenant;

    @BeforeEach
    void makeAccount() {
        tenant = tenants.create();
    }

    @Test
    void texts_are_found_without_regard_to_case_but_not_to_accents() {
        make(Tenant.staff("a").with(Attribute.LAST_NAME, "Stücher"));

        assertThat(found(is(UserField.LAST_NAME, "STÜCHER"))).containsExactly("a");
        assertThat(found(is(UserField.LAST_NAME, "Stu\u0308cher"))).containsExactly("a");
        assertThat(found(contains(UserField.LAST_NAME, "TÜC"))).containsExactly("a");
        assertThat(found(is(UserField.LAST_NAME, "stucher"))).isEmpty();
        assertThat(found(contains(UserField.LAST_NAME, "stu"))).isEmpty();
    }

    @Test
    void every_text_is_found_by_each_comparison() {
        make(Tenant.staff("Ärger")
                .with(Attribute.EMAIL, "ÄRGER@x.example")
                .with(Attribute.FIRST_NAME, "Ärger 1")
                .with(Attribute.LAST_NAME, "Ärger 2")
                .with(Attribute.PHONE, "+1 555 TEL")
                .with(Attribute.COMPANY_TEXT, "Ärger 3")
                .with(Attribute.CUSTOM_FIELD, "Ärger 4"));
        make(Tenant.staff("other"));

        assertThat(found(is(UserField.LOGIN, "äRGER"))).containsExactly("Ärger");
        assertThat(found(in(UserField.EMAIL, List.of("no", "ärger@X.example")))).containsExactly("Ärger");
        assertThat(found(contains(UserField.FIRST_NAME, "RGER 1"))).containsExactly("Ärger");
        assertThat(found(like(UserField.LAST_NAME, "ä%2"))).containsExactly("Ärger");
        assertThat(found(contains(UserField.PHONE, "555 tel"))).containsExactly("Ärger");
        assertThat(found(atLeast(UserField.COMPANY_TEXT, "ä"))).containsExactly("Ärger");
        assertThat(found(is(UserField.CUSTOM_FIELD, "ärger 4"))).containsExactly("Ärger");
    }

    @Test
    void contains_takes_each_character_as_itself() {
        make(Tenant.staff("a").with(Attribute.FIRST_NAME, "100%_\\x"));
        make(Tenant.staff("b").with(Attribute.FIRST_NAME, "100 yy"));

        assertThat(found(contains(UserField.FIRST_NAME, "0%"))).containsExactly("a");
        assertThat(found(contains(UserField.FIRST_NAME, "%_"))).containsExactly("a");
        assertThat(found(contains(UserField.FIRST_NAME, "_\\"))).containsExactly("a");
        assertThat(found(contains(UserField.FIRST_NAME, ""))).containsExactly("a", "b");
    }

    @Test
    void like_takes_wildcards_anywhere_in_the_text() {
        make(Tenant.staff("a").with(Attribute.FIRST_NAME, "Jonathan"));
        make(Tenant.staff("b").with(Attribute.FIRST_NAME, "50%\\"));

        assertThat(found(like(UserField.FIRST_NAME, "N_T"))).containsExactly("a");
        assertThat(found(like(UserField.FIRST_NAME, "o%h"))).containsExactly("a");
        assertThat(found(like(UserField.FIRST_NAME, "0\\%"))).containsExactly("b");
        assertThat(found(like(UserField.FIRST_NAME, "%\\"))).containsExactly("b");
        assertThat(found(like(UserField.FIRST_NAME, "\\\\"))).containsExactly("b");
    }

    @Test
    void no_value_becomes_part_of_the_statement() {
        make(Tenant.staff("a").with(Attribute.LAST_NAME, "O'Hara \"; drop table person; -- 😀$1"));

        assertThat(found(contains(UserField.LAST_NAME, "o'hara \"; DROP"))).containsExactly("a");
        assertThat(found(contains(UserField.LAST_NAME, "😀$1"))).containsExactly("a");
        assertThat(found(is(UserField.LAST_NAME, "' or 1=1 --"))).isEmpty();
    }

    @Test
    void a_text_that_cannot_be_stored_matches_nothing() {
        make(Tenant.staff("a").with(Attribute.LAST_NAME, "x?"));

        assertThat(found(is(UserField.LAST_NAME, "x\0"))).isEmpty();
        assertThat(found(contains(UserField.LAST_NAME, "\0"))).isEmpty();
        assertThat(found(is(UserField.LAST_NAME, "x\uD800"))).isEmpty();
        assertThat(found(in(UserField.LAST_NAME, List.of("\0", "X?")))).containsExactly("a");
    }

    @Test
    void plain_values_are_found_as_they_are() {
        User a = make(Tenant.staff("a").with(Attribute.ACTIVE, false).with(Attribute.COMPANY, 3L));
        make(Tenant.customer("c"));

        assertThat(found(is(UserField.NUMBER, 1L))).containsExactly("a");
        assertThat(found(in(UserField.NUMBER, List.of(2L, 9L)))).containsExactly("c");
        assertThat(found(atLeast(UserField.NUMBER, 2L))).containsExactly("c");
        assertThat(found(is(UserField.KIND, UserKind.CUSTOMER))).containsExactly("c");
        assertThat(found(in(UserField.KIND, List.of(UserKind.STAFF, UserKind.VENDOR))))
                .containsExactly("a");
        assertThat(found(is(UserField.ACTIVE, false))).containsExactly("a");
        assertThat(found(is(UserField.COMPANY, 3L))).containsExactly("a");
        assertThat(found(is(UserField.EMPLOYEE_NUMBER, 1L))).containsExactly("a");
        assertThat(found(is(UserField.CREATED, a.audit().created()))).containsExactly("a");
        assertThat(found(atLeast(UserField.UPDATED, Instant.parse("2999-01-01T00:00:00Z"))))
                .isEmpty();
        assertThat(found(in(UserField.NUMBER, List.of()))).isEmpty();
    }

    @Test
    void people_are_found_by_the_number_of_their_primary_role() {
        Role second = await(roles.create(new RoleChange("Second", null, Set.of()), tenant.caller()));
        make(Tenant.staff("a"));
        make(Tenant.staff("b").with(Attribute.PRIMARY_ROLE, second.id()));

        assertThat(found(is(UserField.ROLE, 2L))).containsExactly("b");
        assertThat(found(in(UserField.ROLE, List.of(1L, 2L)))).containsExactly("a", "b");
    }

    @Test
    void people_are_found_by_active_links_and_by_having_none() {
        Role second = await(roles.create(new RoleChange("Second", null, Set.of()), tenant.caller()));
        User a = make(Tenant.staff("a"));
        User c = make(Tenant.customer("c"));
        make(Tenant.customer("none"));
        await(users.link(tenant.account(), a.id(), second.id(), LinkStatus.ACTIVE, tenant.caller()));
        await(users.link(tenant.account(), c.id(), second.id(), LinkStatus.PENDING, tenant.caller()));

        assertThat(found(is(UserField.ACTIVE_LINK, 2L))).containsExactly("a");
        assertThat(found(is(UserField.ACTIVE_LINK, 0L))).containsExactly("c", "none");
        assertThat(found(in(UserField.ACTIVE_LINK, List.of(0L, 1L)))).containsExactly("a", "c", "none");
    }

    @Test
    void a_link_to_a_disabled_role_is_none() {
        make(Tenant.staff("a"));
        await(roles.change(
                tenant.account(),
                tenant.defaultRole(),
                new RoleChange(null, RoleStatus.DISABLED, null),
                tenant.caller()));

        assertThat(found(is(UserField.ACTIVE_LINK, 0L))).containsExactly("a");
        assertThat(found(is(UserField.ROLE, 1L))).isEmpty();
    }

    @Test
    void people_are_found_by_where_they_may_work() {
        tenants.sql(
                "insert into warehouse (account_id, number) values ($1, 1), ($1, 2)",
                tenant.account().value());
        make(Tenant.staff("everywhere"));
        make(Tenant.staff("two").with(Attribute.WAREHOUSES, Warehouses.only(List.of(2))));
        make(Tenant.staff("nowhere").with(Attribute.WAREHOUSES, Warehouses.only(List.of())));

        assertThat(found(is(UserField.WAREHOUSE, 1))).containsExactly("everywhere");
        assertThat(found(in(UserField.WAREHOUSE, List.of(1, 2)))).containsExactly("everywhere", "two");
    }

    @Test
    void all_conditions_must_hold_and_of_each_one_criterion() {
        make(Tenant.staff("a").with(Attribute.FIRST_NAME, "x").with(Attribute.LAST_NAME, "y"));
        make(Tenant.staff("b").with(Attribute.FIRST_NAME, "y").with(Attribute.LAST_NAME, "x"));
        make(Tenant.staff("c").with(Attribute.FIRST_NAME, "y").with(Attribute.ACTIVE, false));
        UserQuery query = UserQuery.in(SYSTEM, ALL)
                .whereAny(List.of(is(UserField.FIRST_NAME, "y"), is(UserField.LAST_NAME, "y")))
                .where(is(UserField.ACTIVE, true));

        assertThat(logins(query)).containsExactly("a", "b");
        assertThat(logins(query.whereAny(List.of()))).isEmpty();
    }

    @Test
    void people_are_seen_in_the_systems_that_know_them_alone() {
        make(Tenant.staff("a"));
        make(Tenant.customer("c"));

        assertThat(logins(UserQuery.in("picqer", ALL))).containsExactly("a");
        assertThat(logins(UserQuery.in("cscart", ALL))).containsExactly("a", "c");
        assertThat(logins(UserQuery.in("elsewhere", ALL))).isEmpty();
    }

    @Test
    void a_number_and_another_field_are_asked_together() {
        make(Tenant.staff("a"));
        make(Tenant.staff("b"));
        UserQuery query = UserQuery.in(SYSTEM, ALL).where(in(UserField.NUMBER, List.of(1L, 2L)));

        assertThat(logins(query.where(is(UserField.LOGIN, "B")))).containsExactly("b");
        assertThat(logins(query.whereAny(List.of(is(UserField.LOGIN, "b"), is(UserField.NUMBER, 1L)))))
                .containsExactly("a", "b");
    }

    private User make(UserChange initial) {
        return await(users.create(initial, tenant.caller()));
    }

    private List<String> found(Criterion criterion) {
        return logins(UserQuery.in(SYSTEM, ALL).where(criterion));
    }

    private List<String> logins(UserQuery query) {
        return await(users.find(tenant.account(), query)).items().stream()
                .map(User::login)
                .toList();
    }
}
