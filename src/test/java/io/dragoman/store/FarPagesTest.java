package io.dragoman.store;

import static io.dragoman.store.Tenants.await;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Totals that are not counted person by person, and pages that begin far from the first. */
@QuarkusTest
class FarPagesTest {

    private static final String SYSTEM = "cscart";
    private static final int PEOPLE = 10_500;

    /** Numbers lie this far apart, so that they fill some spans. */
    private static final int STEP = 5;

    private static final Sort LAST_FIRST = new Sort(UserField.NUMBER, true);

    @Inject
    UserStore users;

    @Inject
    Tenants tenants;

    Tenant tenant;

    @BeforeEach
    void makePeople() {
        tenant = tenants.create();
        int account = tenant.account().value();
        tenants.sql(
                "insert into person (account_id, id, kind, login, folded_login, first_name, folded_first_name,"
                        + " created, created_by, updated, updated_by)"
                        + " select $1, gen_random_uuid(), 'CUSTOMER', 'c' || i, 'c' || i, 'Same', 'same',"
                        + " now(), 'x', now(), 'x' from generate_series(1, $2) i",
                account,
                PEOPLE);
        tenants.sql(
                "insert into person_number (account_id, system, number, person_id)"
                        + " select $1, 'cscart', $2 * substr(login, 2)::bigint, id from person where account_id = $1",
                account,
                (long) STEP);
    }

    @Test
    void every_far_page_begins_where_the_one_before_it_ends() {
        for (long offset : List.of(4_000L, 4_096L, 4_097L, 8_191L, 8_192L, 9_830L, 10_490L, 10_499L, 10_500L)) {
            assertThat(numbers(find(by(offset)))).as("at %d", offset).isEqualTo(expected(offset));
        }
    }

    @Test
    void the_same_from_the_end() {
        for (long offset : List.of(4_097L, 8_191L, 8_192L, 10_499L, 10_500L)) {
            List<Long> mirrored = expected(offset).stream()
                    .map(number -> STEP * (PEOPLE + 1L) - number)
                    .toList();
            assertThat(numbers(find(by(offset).sortedBy(List.of(LAST_FIRST)))))
                    .as("at %d", offset)
                    .isEqualTo(mirrored);
        }
    }

    @Test
    void who_is_deleted_or_gets_another_number_is_counted_no_more() {
        int account = tenant.account().value();
        tenants.sql(
                "delete from person p using person_number n where n.person_id = p.id and n.account_id = p.account_id"
                        + " and p.account_id = $1 and n.number <= $2",
                account,
                500L);
        tenants.sql(
                "update person_number set number = 1000000 + number where account_id = $1 and number <= $2",
                account,
                1_000L);

        Page<User> page = find(by(PEOPLE - 200L));

        assertThat(page.total()).isEqualTo(PEOPLE - 100);
        assertThat(numbers(page)).startsWith(1_000_505L, 1_000_510L).hasSize(10);
    }

    @Test
    void more_matches_than_are_sorted_are_counted_and_paged_all_the_same() {
        UserQuery matching = by(10_495).where(Criterion.contains(UserField.FIRST_NAME, "am"));
        UserQuery byName = matching.sortedBy(List.of(new Sort(UserField.FIRST_NAME, false)));

        for (UserQuery query : List.of(matching, byName, matching)) {
            Page<User> page = find(query);

            assertThat(page.total()).isEqualTo(PEOPLE);
            assertThat(numbers(page)).isEqualTo(expected(10_495));
        }
    }

    @Test
    void a_page_of_many_past_the_end_is_the_last_one_where_clamped() {
        UserQuery query = new UserQuery(
                        SYSTEM, List.of(), List.of(), PageRequest.at(20_000, 10).clampedToLast())
                .where(Criterion.contains(UserField.FIRST_NAME, "am"));

        assertThat(numbers(find(query))).isEqualTo(expected(10_490));
    }

    private static UserQuery by(long offset) {
        return UserQuery.in(SYSTEM, PageRequest.at(offset, 10));
    }

    private static List<Long> expected(long offset) {
        return LongStream.rangeClosed(offset + 1, Math.min(PEOPLE, offset + 10))
                .map(place -> place * STEP)
                .boxed()
                .toList();
    }

    private Page<User> find(UserQuery query) {
        return await(users.find(tenant.account(), query));
    }

    private static List<Long> numbers(Page<User> page) {
        return page.items().stream().map(user -> user.numbers().known(SYSTEM)).toList();
    }
}
