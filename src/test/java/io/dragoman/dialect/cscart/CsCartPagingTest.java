package io.dragoman.dialect.cscart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.cache.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of large lists meet everybody once (cscart.md 4 and 5). */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CsCartPagingTest {

    private static final Pattern ID = Pattern.compile("\"user_id\":\"(\\d+)\"");
    private static final int CROWD = 10_000;
    private static final int FIRST = 1_000_001;
    private static final int COMPANY = 77;

    private static final String INSERT = """
            with made as (
                insert into person (account_id, id, kind, login, folded_login, first_name, folded_first_name,
                    last_name, folded_last_name, company_number, created, created_by, updated, updated_by)
                select a.id, gen_random_uuid(), 'CUSTOMER', 'crowd' || i, 'crowd' || i, 'Same', 'same', 'Same', 'same',
                    $1, now(), 'test', now(), 'test'
                from account a, generate_series(1, $2) i where a.name = 'globex'
                returning account_id, id
            )
            insert into person_number (account_id, system, number, person_id)
            select account_id, 'cscart', $3 + row_number() over () - 1, id from made
            """;

    private static final String DELETE = "delete from person where company_number = $1"
            + " and account_id = (select id from account where name = 'globex')";

    @Inject
    Pool pool;

    @Inject
    Coherence coherence;

    @BeforeAll
    void make_a_crowd_of_one_name() {
        sql(INSERT, Tuple.of(COMPANY, CROWD, FIRST));
    }

    @AfterAll
    void delete_the_crowd() {
        sql(DELETE, Tuple.of(COMPANY));
    }

    @Test
    void pages_of_a_thousand_customers_put_together_are_the_whole_list() {
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= 11; page++) {
            pages.addAll(ids("user_type=C&company_id=0&items_per_page=97&page=" + page));
        }

        assertThat(pages)
                .isEqualTo(ids("user_type=C&company_id=0&items_per_page=0"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1001, 2000)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "username", "email", "name", "date", "type", "status", "company", "phone"})
    void ten_thousand_people_of_one_name_are_met_once_each_in_either_direction(String sort) {
        for (String order : List.of("asc", "desc")) {
            List<String> met = new ArrayList<>();
            for (int page = 1; page <= 4; page++) {
                met.addAll(ids("company_id=77&items_per_page=2500&page=" + page + "&sort_by=" + sort + "&sort_order="
                        + order));
            }

            assertThat(met).hasSize(CROWD).doesNotHaveDuplicates();
        }
    }

    @Test
    void those_of_one_name_come_by_their_number() {
        assertThat(ids("company_id=77&items_per_page=3&sort_order=desc"))
                .containsExactly("1000001", "1000002", "1000003");
    }

    @Test
    void no_answer_holds_more_than_the_limit() {
        assertThat(ids("items_per_page=0")).hasSize(10_000);
        assertThat(CsCart.text(CsCart.globex().get("/api/users?items_per_page=20000")))
                .contains("\"items_per_page\":10000,");
        assertThat(CsCart.globex().get("/api/1.0/users").jsonPath().getList("$"))
                .hasSize(10_000);
    }

    /** By a pattern, as reading large answers as JSON takes longer than making them. */
    private static List<String> ids(String query) {
        return ID.matcher(CsCart.text(CsCart.globex().get("/api/users?" + query)))
                .results()
                .map(id -> id.group(1))
                .toList();
    }

    private void sql(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().atMost(Duration.ofSeconds(60));
        coherence.forget();
    }
}
