package io.dragoman.dialect.cscart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.account.Pepper;
import io.dragoman.cache.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a vendor who may do everything with users reaches: his company's, and no administrators (cscart.md 2). */
@QuarkusTest
class CsCartVendorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String KEY = "test-vendor-key";
    private static final String GRANT =
            "update person set granted = '{users:view,users:add,users:edit,users:delete}'" + " where folded_email = $1";
    private static final String ADD_KEY = "insert into api_key (account_id, id, person_id, system, hash, hint)"
            + " select account_id, gen_random_uuid(), id, 'cscart', $2, 'test' from person where folded_email = $1";

    @Inject
    Pool pool;

    @Inject
    Coherence coherence;

    @Inject
    Pepper pepper;

    private final String email = CsCart.uniqueEmail();
    private int number;

    @BeforeEach
    void make_a_vendor_of_the_company() {
        Map<String, Object> fields = CsCart.customer();
        fields.put("email", email);
        fields.put("user_type", "V");
        number = CsCart.created(fields);
        String hash = pepper.hash("key", KEY).await().atMost(PATIENCE);
        sql(GRANT, Tuple.of(email));
        sql(ADD_KEY, Tuple.of(email, hash));
    }

    @AfterEach
    void delete_him() {
        CsCart.delete(number);
    }

    @Test
    void lists_and_finds_his_companys_users_alone() {
        List<String> found =
                vendor().get("/api/users?company_id=0&sort_by=id").jsonPath().getList("users.user_id");

        assertThat(found).containsExactly("3", "4", Integer.toString(number));
        assertThat(vendor().get("/api/users?user_type=A").jsonPath().<Object>getList("users"))
                .isEmpty();
        assertThat(vendor().get("/api/users/3").statusCode()).isEqualTo(200);
        assertThat(vendor().get("/api/users/2").statusCode()).isEqualTo(404);
        assertThat(vendor().delete("/api/users/2").statusCode()).isEqualTo(404);
    }

    @Test
    void makes_customers_of_his_company_and_no_administrators() {
        Map<String, Object> customer = CsCart.customer();
        customer.put("company_id", 0);

        int made = vendor().body(customer).post("/api/users").path("user_id");
        String company = CsCart.get("/api/users/" + made).path("company_id");
        Response promotion = vendor().body(Map.of("user_type", "A")).put("/api/users/" + made);
        CsCart.delete(made);

        assertThat(company).isEqualTo("1");
        assertThat(CsCart.text(promotion)).isEqualTo(CsCart.error(400, "Bad Request: Access denied"));
    }

    private RequestSpecification vendor() {
        return CsCart.as(email, KEY).contentType("application/json");
    }

    private void sql(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE);
        coherence.forget();
    }
}
