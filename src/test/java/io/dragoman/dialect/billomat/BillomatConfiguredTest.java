package io.dragoman.dialect.billomat;

import static io.dragoman.dialect.billomat.Calls.ACME;
import static io.dragoman.dialect.billomat.Calls.by;
import static io.dragoman.dialect.billomat.Calls.json;
import static io.dragoman.dialect.billomat.Calls.text;
import static io.dragoman.dialect.billomat.Calls.xml;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.Golden;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Billomat with scripts and all areas switched on. */
@QuarkusTest
@TestProfile(BillomatConfiguredTest.Configured.class)
class BillomatConfiguredTest {

    /** What is configured otherwise than by default. */
    public static class Configured implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "dragoman.billomat.jsonp", "true",
                    "dragoman.billomat.rights", "observed",
                    "dragoman.images.workers", "1",
                    "dragoman.images.queue", "2");
        }
    }

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @CsvSource({"jsonp, callback", "jsonp=, callback", "jsonp=foo, foo", "jsonp=$.a_b.C1, $.a_b.C1"})
    void json_is_handed_to_the_callback_asked_for(String parameter, String callback) {
        Response answer = by(ACME).get("/api/users?format=json&first_name=zzz&" + parameter);

        assertThat(answer.header("Content-Type")).startsWith("application/javascript");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(text(answer)).isEqualTo(callback + "(" + Golden.text("billomat/none.json") + ")");
    }

    @Test
    void an_error_is_handed_to_it_too() {
        Response answer = by(ACME).get("/api/users/0?format=json&jsonp=foo");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).isEqualTo("foo(" + Golden.text("billomat/not-found.json") + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a(b)", "a;b", "%3Cscript%3E", "a%20b", "%C3%BC", "alert(1)//"})
    void a_callback_that_is_no_name_is_refused_as_plain_json(String callback) {
        Response answer = by(ACME).get("/api/users?format=json&jsonp=" + callback);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith(Calls.JSON);
        assertThat(text(answer)).startsWith("{\"errors\":");
    }

    @Test
    void xml_knows_no_callback() {
        assertThat(text(xml("/users?first_name=zzz&jsonp=foo"))).isEqualTo(Golden.text("billomat/none.xml"));
    }

    @Test
    void who_finds_too_many_waiting_for_a_picture_is_told_to_come_back() {
        List<HttpResponse<String>> answers = Calls.atOnce(
                server, ACME, IntStream.range(900, 940).mapToObj(size -> "/users/1/avatar?format=json&size=" + size));

        List<HttpResponse<String>> refused =
                answers.stream().filter(answer -> answer.statusCode() != 200).toList();
        assertThat(refused).isNotEmpty().hasSizeLessThan(answers.size()).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(answer.body()).isEqualTo("{\"errors\":{\"error\":\"Service Unavailable\"}}");
        });
    }

    @Test
    void the_areas_observed_follow_after_those_documented() {
        assertThat(text(json("/users/1")))
                .contains("\"settings_my_addons\":\"UPDATE\",\"suppliers\":\"DELETE\",\"incomings\":\"DELETE\","
                        + "\"letters\":\"DELETE\",\"banking\":\"UPDATE\",\"net_income_statement\":\"UPDATE\","
                        + "\"vat_return\":\"UPDATE\",\"accounting_export\":\"UPDATE\"},\"customfield\":\"\"");
        assertThat(text(json("/roles/8"))).contains("\"suppliers\":\"\"").endsWith("\"accounting_export\":\"\"}}");
    }
}
