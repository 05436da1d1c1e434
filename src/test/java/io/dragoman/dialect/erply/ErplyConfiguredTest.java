package io.dragoman.dialect.erply;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What an operator may set otherwise. */
@QuarkusTest
@TestProfile(ErplyConfiguredTest.Strict.class)
class ErplyConfiguredTest {

    /** Everything the other way round, and small limits. */
    public static final class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "dragoman.erply.cors", "false",
                    "dragoman.erply.bulk-counts-each", "false",
                    "dragoman.erply.public-url", "https://erp.example/",
                    "dragoman.logins.address-failures", "12",
                    "dragoman.logins.address-window", "1h");
        }
    }

    @Test
    void a_hundred_people_tried_at_once_from_one_address_are_twelve_and_then_none() {
        String logins = IntStream.range(0, 100)
                .mapToObj(i -> "{\"requestName\":\"verifyUser\",\"username\":\"nobody-" + i + "\",\"password\":\"x\"}")
                .collect(Collectors.joining(",", "[", "]"));

        JsonNode answer = Erply.bulk(Erply.GLOBEX, "", logins);

        List<Integer> codes = StreamSupport.stream(answer.at("/requests").spliterator(), false)
                .map(Erply::code)
                .toList();
        assertThat(codes).filteredOn(code -> code == 1051).hasSize(12);
        assertThat(codes).filteredOn(code -> code == 1052).hasSize(88);
    }

    @Test
    void a_bulk_may_count_as_one_call() {
        String requests = "[" + "{\"requestName\":\"getServiceEndpoints\"},".repeat(9)
                + "{\"requestName\":\"getServiceEndpoints\"}]";

        assertThat(Erply.code(Erply.bulk("300003", "", requests))).isZero();
    }

    @Test
    void scripts_of_other_pages_may_be_kept_out() {
        Response answer = given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(given().get("/api/").header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void addresses_lead_to_where_the_operator_says() {
        JsonNode answer = Erply.call(Erply.GLOBEX, "getServiceEndpoints");

        assertThat(answer.at("/records/0/account-admin/url").asText()).isEqualTo("https://erp.example/");
    }
}
