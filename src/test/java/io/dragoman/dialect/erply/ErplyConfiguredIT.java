package io.dragoman.dialect.erply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.FacadeProcess;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator may set otherwise. */
class ErplyConfiguredIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void everything_can_be_the_other_way_round() throws IOException, InterruptedException {
        try (FacadeProcess facade = FacadeProcess.start(
                folder.resolve("data"),
                "-Ddragoman.erply.cors=false",
                "-Ddragoman.erply.bulk-counts-each=false",
                "-Ddragoman.erply.public-url=https://erp.example/",
                "-Ddragoman.logins.address-failures=12",
                "-Ddragoman.logins.address-window=1h")) {
            scripts_of_other_pages_are_kept_out(facade);
            addresses_lead_to_where_the_operator_says(facade);
            a_bulk_counts_as_one_call(facade);
            a_hundred_people_tried_at_once_from_one_address_are_twelve_and_then_none(facade);
        }
    }

    private static void scripts_of_other_pages_are_kept_out(FacadeProcess facade)
            throws IOException, InterruptedException {
        HttpResponse<String> preflight = facade.send(HttpRequest.newBuilder(facade.uri("/api/"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST"));

        assertThat(preflight.statusCode()).isEqualTo(405);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private static void addresses_lead_to_where_the_operator_says(FacadeProcess facade)
            throws IOException, InterruptedException {
        JsonNode answer = post(facade, Erply.pairs("clientCode", Erply.GLOBEX, "request", "getServiceEndpoints"));

        assertThat(answer.at("/records/0/account-admin/url").asText()).isEqualTo("https://erp.example/");
    }

    private static void a_bulk_counts_as_one_call(FacadeProcess facade) throws IOException, InterruptedException {
        String requests = IntStream.range(0, 10)
                .mapToObj(i -> "{\"requestName\":\"getServiceEndpoints\"}")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(Erply.code(post(facade, Erply.pairs("clientCode", "300003", "requests", requests))))
                .isZero();
    }

    private static void a_hundred_people_tried_at_once_from_one_address_are_twelve_and_then_none(FacadeProcess facade)
            throws IOException, InterruptedException {
        String logins = IntStream.range(0, 100)
                .mapToObj(i -> "{\"requestName\":\"verifyUser\",\"username\":\"nobody-" + i + "\",\"password\":\"x\"}")
                .collect(Collectors.joining(",", "[", "]"));

        JsonNode answer = post(facade, Erply.pairs("clientCode", Erply.GLOBEX, "requests", logins));

        List<Integer> codes = StreamSupport.stream(answer.at("/requests").spliterator(), false)
                .map(Erply::code)
                .toList();
        assertThat(codes).filteredOn(code -> code == 1051).hasSize(12);
        assertThat(codes).filteredOn(code -> code == 1052).hasSize(88);
    }

    private static JsonNode post(FacadeProcess facade, Map<String, String> parameters)
            throws IOException, InterruptedException {
        return JSON.readTree(facade.send(HttpRequest.newBuilder(facade.uri("/api/"))
                        .header("Content-Type", Erply.FORM)
                        .POST(HttpRequest.BodyPublishers.ofString(Erply.encoded(parameters))))
                .body());
    }
}
