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
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts that nearly everybody has, which no index finds sooner than reading everybody does. */
@QuarkusTest
class CommonTextsTest {

    private static final int PEOPLE = 10_500;
    private static final int MOST = 10_200;
    private static final int FEW = 20;
    private static final String COMMON = "CUSTOMER.example";

    @Inject
    UserStore users;

    @Inject
    TextStatistics texts;

    @Inject
    Statements statements;

    @Inject
    Tenants tenants;

    Tenant tenant;

    @BeforeEach
    void makePeople() {
        tenant = customers(PEOPLE);
        known("cscart", PEOPLE);
        known("billomat", MOST);
        known("erply", FEW);
        tenants.sql("analyze person");
        await(texts.refresh());
    }

    @Test
    void the_database_tells_what_is_common() {
        assertThat(texts.common().rare("customer.example")).isEmpty();
        assertThat(texts.common().rare("c10499@customer.example"))
                .isNotEmpty()
                .noneMatch(part -> part.contains("customer"));
    }

    @Test
    void the_database_is_asked_at_the_start() {
        TextStatistics statistics = new TextStatistics(statements, () -> Duration.ofHours(1));
        statistics.start(new StartupEvent());
        try {
            Awaitility.await().until(() -> statistics.common() != CommonParts.NONE);
        } finally {
            statistics.stop(new ShutdownEvent());
        }
    }

    @Test
    void the_database_is_asked_again() {
        TextStatistics statistics = new TextStatistics(statements, () -> Duration.ofMillis(20));
        statistics.start(new StartupEvent());
        try {
            Awaitility.await().until(() -> statistics.common() != CommonParts.NONE);
            CommonParts first = statistics.common();
            Awaitility.await().until(() -> statistics.common() != first);
        } finally {
            statistics.stop(new ShutdownEvent());
        }
    }

    @Test
    void all_who_have_a_common_text_are_counted_and_paged() {
        Page<User> page = find(with("cscart", COMMON, PageRequest.at(10_400, 50)));

        assertThat(page.total()).isEqualTo(PEOPLE);
        assertThat(page.items()).hasSize(50).first().extracting(User::login).isEqualTo("c10401");
    }

    @Test
    void those_whom_the_system_does_not_know_are_not_counted() {
        assertThat(find(with("billomat", COMMON, PageRequest.at(0, 5))).total()).isEqualTo(MOST);
        assertThat(find(with("erply", COMMON, PageRequest.at(0, 5))).total()).isEqualTo(FEW);
        assertThat(find(with("picqer", COMMON, PageRequest.at(0, 5))).total()).isZero();
    }

    @Test
    void few_who_have_a_common_text_are_sorted() {
        Page<User> page =
                find(with("erply", COMMON, PageRequest.at(1, 2)).sortedBy(List.of(new Sort(UserField.EMAIL, true))));

        assertThat(page.items()).extracting(User::login).containsExactly("c8", "c7");
    }

    @Test
    void a_text_is_found_whose_parts_are_common_but_one() {
        assertThat(find(with("cscart", "C10499@customer.exam", PageRequest.at(0, 5)))
                        .items())
                .extracting(User::login)
                .containsExactly("c10499");
        assertThat(find(with("cscart", "c10499@customer.exam%", PageRequest.at(0, 5)))
                        .total())
                .isZero();
    }

    @Test
    void patterns_are_matched_as_texts_are() {
        assertThat(find(like("%CUSTOMER_exam%")).total()).isEqualTo(PEOPLE);
        assertThat(find(like("%")).total()).isEqualTo(PEOPLE);
        assertThat(find(like("c1_49_@customer%ex")).items())
                .extracting(User::login)
                .startsWith("c10490", "c10491")
                .hasSize(5);
        assertThat(find(like("c1_499@customer%ex")).items())
                .extracting(User::login)
                .containsExactly("c10499");
        assertThat(find(like("customer\\_example")).total()).isZero();
    }

    @Test
    void a_text_that_is_common_elsewhere_finds_nobody_of_another_account() {
        Tenant other = tenant;
        tenant = customers(3);
        known("cscart", 2);

        assertThat(find(with("cscart", COMMON, PageRequest.at(0, 5))).total()).isEqualTo(2);
        assertThat(find(with("cscart", "c10499@customer", PageRequest.at(0, 5))).total())
                .isZero();
        tenant = other;
        assertThat(find(with("cscart", COMMON, PageRequest.at(0, 5))).total()).isEqualTo(PEOPLE);
    }

    private static UserQuery like(String pattern) {
        return UserQuery.in("cscart", PageRequest.at(0, 5)).where(Criterion.like(UserField.EMAIL, pattern));
    }

    private static UserQuery with(String system, String text, PageRequest page) {
        return UserQuery.in(system, page).where(Criterion.contains(UserField.EMAIL, text));
    }

    private Page<User> find(UserQuery query) {
        return await(users.find(tenant.account(), query));
    }

    private Tenant customers(int count) {
        Tenant made = tenants.create();
        tenants.sql(
                "insert into person (account_id, id, kind, login, folded_login, email, folded_email,"
                        + " created, created_by, updated, updated_by)"
                        + " select $1, gen_random_uuid(), 'CUSTOMER', 'c' || i, 'c' || i, 'c' || i || '@customer.example',"
                        + " 'c' || i || '@customer.example', now(), 'x', now(), 'x' from generate_series(1, $2) i",
                made.account().value(),
                count);
        return made;
    }

    private void known(String system, int count) {
        tenants.sql(
                "insert into person_number (account_id, system, number, person_id)"
                        + " select account_id, $2, substr(login, 2)::bigint, id from person"
                        + " where account_id = $1 and substr(login, 2)::bigint <= $3",
                tenant.account().value(),
                system,
                (long) count);
    }
}
