package io.dragoman.store;

import static io.dragoman.store.Tenants.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.Criterion;
import io.dragoman.directory.Page;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.User;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserQuery;
import io.dragoman.directory.UserQuery.Sort;
import io.dragoman.directory.UserStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class PagingTest {

    private static final String SYSTEM = "cscart";
    private static final List<Sort> BY_NAME =
            List.of(new Sort(UserField.LAST_NAME, false), new Sort(UserField.FIRST_NAME, true));

    @Inject
    UserStore users;

    @Inject
    Tenants tenants;

    Tenant tenant;

    @BeforeEach
    void makeAccount() {
        tenant = tenants.create();
    }

    @Test
    void ten_thousand_people_of_one_name_are_paged_without_loss_or_repetition() {
        makeCustomers(10_000);
        List<Long> seen = new ArrayList<>();

        for (int page = 1; page <= 20; page++) {
            seen.addAll(numbers(
                    find(UserQuery.in(SYSTEM, PageRequest.page(page, 500)).sortedBy(BY_NAME))));
        }

        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 10_000).boxed().toList());
    }

    @Test
    void a_page_tells_the_total_and_where_it_begins() {
        makeCustomers(7);

        Page<User> page = find(UserQuery.in(SYSTEM, PageRequest.at(4, 3)));

        assertThat(page.total()).isEqualTo(7);
        assertThat(page.offset()).isEqualTo(4);
        assertThat(numbers(page)).containsExactly(5L, 6L, 7L);
    }

    @Test
    void past_the_end_there_is_nobody_but_still_a_total() {
        makeCustomers(7);

        Page<User> page = find(UserQuery.in(SYSTEM, PageRequest.at(Long.MAX_VALUE, 3)));

        assertThat(page.items()).isEmpty();
        assertThat(page.total()).isEqualTo(7);
        assertThat(page.offset()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_clamped_page_past_the_end_is_the_last_one() {
        makeCustomers(7);

        Page<User> page = find(UserQuery.in(SYSTEM, PageRequest.at(30, 3).clampedToLast()));

        assertThat(numbers(page)).containsExactly(7L);
        assertThat(page.offset()).isEqualTo(6);
    }

    @Test
    void a_clamped_page_of_nobody_begins_at_the_beginning() {
        Page<User> page = find(UserQuery.in(SYSTEM, PageRequest.at(30, 3).clampedToLast()));

        assertThat(page).isEqualTo(new Page<User>(List.of(), 0, 0));
    }

    @Test
    void a_page_of_no_rows_tells_the_total() {
        makeCustomers(2);

        Page<User> page = find(UserQuery.in(SYSTEM, PageRequest.at(0, 0).clampedToLast()));

        assertThat(page).isEqualTo(new Page<User>(List.of(), 0, 2));
    }

    @Test
    void the_total_counts_those_who_match() {
        makeCustomers(7);
        UserQuery query = UserQuery.in(SYSTEM, PageRequest.at(0, 2)).where(Criterion.atLeast(UserField.NUMBER, 3L));

        assertThat(find(query).total()).isEqualTo(5);
    }

    @Test
    void names_are_sorted_without_regard_to_case_and_ties_by_number() {
        make("n1", "b");
        make("n2", "Ä");
        make("n3", "A");
        make("n4", "B");
        make("n5", "ä");

        assertThat(sorted(false)).containsExactly("n3", "n1", "n4", "n2", "n5");
        assertThat(sorted(true)).containsExactly("n2", "n5", "n1", "n4", "n3");
    }

    @ParameterizedTest
    @EnumSource(UserField.class)
    void every_field_sorts(UserField field) {
        makeCustomers(3);
        await(users.create(Tenant.staff("a"), tenant.caller()));
        UserQuery query = UserQuery.in(SYSTEM, PageRequest.at(0, 10));

        assertThat(find(query.sortedBy(List.of(new Sort(field, false)))).items())
                .hasSize(4);
        assertThat(find(query.sortedBy(List.of(new Sort(field, true)))).items()).hasSize(4);
    }

    /** They are looked for by another statement than all are, and found by another again where a number is asked for. */
    @ParameterizedTest
    @EnumSource(UserField.class)
    void those_who_match_are_sorted_and_paged_as_all_are(UserField field) {
        make("n1", "b");
        make("n2", "a");
        await(users.create(Tenant.staff("n3").with(Attribute.FIRST_NAME, "c"), tenant.caller()));
        make("n4", "a");
        make("n5", "d");

        for (boolean descending : List.of(false, true)) {
            UserQuery query = UserQuery.in(SYSTEM, PageRequest.at(1, 3))
                    .sortedBy(List.of(new Sort(field, descending), new Sort(UserField.FIRST_NAME, !descending)));
            List<String> all = logins(query);

            assertThat(all).hasSize(3);
            assertThat(logins(query.where(Criterion.contains(UserField.LOGIN, "n"))))
                    .isEqualTo(all);
            assertThat(logins(query.where(Criterion.atLeast(UserField.NUMBER, 1L))))
                    .isEqualTo(all);
        }
    }

    @Test
    void those_who_match_are_looked_for_once() {
        UserQuery query = UserQuery.in(SYSTEM, PageRequest.at(0, 10)).where(Criterion.contains(UserField.EMAIL, "x"));

        assertThat(PersonSql.list(query, new Conditions(tenant.account(), SYSTEM, CommonParts.NONE)))
                .containsOnlyOnce(PersonFields.CONTAINING);
    }

    private List<String> logins(UserQuery query) {
        return find(query).items().stream().map(User::login).toList();
    }

    private List<String> sorted(boolean descending) {
        UserQuery query = UserQuery.in(SYSTEM, PageRequest.at(0, 10))
                .sortedBy(List.of(new Sort(UserField.FIRST_NAME, descending)));
        return logins(query);
    }

    private void make(String login, String firstName) {
        await(users.create(Tenant.customer(login).with(Attribute.FIRST_NAME, firstName), tenant.caller()));
    }

    private void makeCustomers(int count) {
        int account = tenant.account().value();
        tenants.sql(
                "insert into person (account_id, id, kind, login, folded_login, first_name, folded_first_name,"
                        + " created, created_by, updated, updated_by)"
                        + " select $1, gen_random_uuid(), 'CUSTOMER', 'c' || i, 'c' || i, 'Same', 'same',"
                        + " now(), 'x', now(), 'x' from generate_series(1, $2) i",
                account,
                count);
        tenants.sql(
                "insert into person_number (account_id, system, number, person_id)"
                        + " select $1, 'cscart', substr(login, 2)::bigint, id from person where account_id = $1",
                account);
    }

    private Page<User> find(UserQuery query) {
        return await(users.find(tenant.account(), query));
    }

    private static List<Long> numbers(Page<User> page) {
        return page.items().stream().map(user -> user.numbers().known(SYSTEM)).toList();
    }
}
