package io.dragoman.admin;

import static io.dragoman.admin.Admin.account;
import static io.dragoman.admin.Admin.operator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.directory.AccountId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People taken in and handed out over HTTP. */
@QuarkusTest
class ImportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MD5_OF_SECRET = "5ebe2294ecd0e0f08eab7690d2a6ee69";

    @Inject
    Pool pool;

    String account;

    @BeforeEach
    void makeAccount() {
        account = withRole(account());
    }

    @Test
    void each_line_has_its_result_and_the_last_line_counts_them() {
        List<JsonNode> told = lines(takeIn(
                "",
                "{\"kind\":\"customer\",\"login\":\"a\",\"numbers\":{\"cscart\":1}}",
                "",
                "{\"login\":\"b\",\"numbers\":{\"picqer\":2}}\r",
                "{\"login\":\"a\",\"numbers\":{\"cscart\":9}}",
                "{\"login\":\"d\",\"maxDiscount\":101}"));

        assertThat(told).extracting(line -> line.path("line").asInt()).containsExactly(1, 3, 4, 5, 0);
        assertThat(told)
                .extracting(line -> line.path("outcome").asText())
                .containsExactly("inserted", "inserted", "conflict", "invalid", "");
        assertThat(told.get(0).path("id").asText()).hasSize(36);
        assertThat(told.get(2).path("error").toString())
                .isEqualTo(
                        "{\"type\":\"/problems/duplicate\",\"pointer\":\"/login\",\"detail\":\"belongs to somebody else\"}");
        assertThat(told.get(3).path("error").path("pointer").asText()).isEqualTo("/maxDiscount");
        assertThat(told.get(4).toString())
                .isEqualTo("{\"summary\":{\"inserted\":2,\"updated\":0,\"unchanged\":0,\"conflict\":1,\"invalid\":1,"
                        + "\"complete\":true}}");
    }

    @Test
    void hostile_lines_are_told_and_the_rest_goes_on() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(bytes("\uFEFF{\"login\":\"bom\"}\n"));
        body.write(bytes("{\"login\":\"bad\u0000\"}\n"));
        body.write(new byte[] {'{', '"', 'l', 'o', 'g', 'i', 'n', '"', ':', '"', (byte) 0xC3, '"', '}', '\n'});
        body.write(bytes("[".repeat(5_000) + "\n"));
        body.write(bytes("{\"login\":\"x\",\"links\":" + "[".repeat(100) + "\n"));
        body.write(bytes("{\"login\":\"" + "x".repeat(70_000) + "\"}\n"));
        body.write(bytes("{\"login\":\"x\",\"surname\":\"y\"}\n"));
        body.write(bytes("{\"login\":\"x\",\"login\":\"y\"}\n"));
        body.write(bytes("{\"login\":\"x\"}{\"login\":\"y\"}\n"));
        body.write(bytes("\"login\"\n"));
        body.write(bytes("{\"login\":\"cut off\n"));
        body.write(bytes("{\"login\":\"x\",\"password\":{\"md5\":\"no\"}}\n"));
        body.write(bytes("{\"login\":\"last\"}"));

        List<JsonNode> told = lines(send("", body.toByteArray()));

        assertThat(told).hasSize(14);
        assertThat(told.get(0).path("outcome").asText()).isEqualTo("inserted");
        assertThat(told.subList(1, 12))
                .extracting(line -> line.path("outcome").asText())
                .containsOnly("invalid");
        assertThat(told.get(5).path("error").path("detail").asText()).isEqualTo("longer than 65536 bytes");
        assertThat(told.get(6).path("error").path("pointer").asText()).isEqualTo("/surname");
        assertThat(told.get(12).path("outcome").asText()).isEqualTo("inserted");
    }

    @Test
    void people_of_four_systems_are_served_by_their_old_numbers_with_their_old_keys() {
        String unique = UUID.randomUUID().toString();
        String host = unique + ".shop.example";
        String code = Integer.toString(100_000_000 + (int) (Math.random() * 800_000_000));
        Admin.patch(account, "{\"names\":{\"erply\":[\"" + code + "\"],\"cscart\":[\"" + host + "\"]}}")
                .then()
                .statusCode(200);
        takeIn(
                "",
                "{\"login\":\"ann\",\"email\":\"ann@example.com\",\"firstName\":\"Ann\",\"numbers\":{\"picqer\":4211},"
                        + "\"admin\":true,\"keys\":[{\"system\":\"picqer\",\"secret\":\"p" + unique + "\"},"
                        + "{\"system\":\"billomat\",\"secret\":\"b" + unique
                        + "\"},{\"system\":\"cscart\",\"secret\":\"c" + unique
                        + "\"}],\"password\":{\"md5\":\"" + MD5_OF_SECRET + "\"}}");
        takeIn("?match=email", "{\"email\":\"ann@example.com\",\"numbers\":{\"billomat\":77}}");
        takeIn("?match=email", "{\"email\":\"ann@example.com\",\"numbers\":{\"erply\":88}}");
        takeIn("?match=email", "{\"email\":\"ann@example.com\",\"numbers\":{\"cscart\":99}}");

        given().auth()
                .preemptive()
                .basic("p" + unique, "")
                .get("/api/v1/users/4211")
                .then()
                .statusCode(200)
                .body("firstname", equalTo("Ann"));
        given().header("X-BillomatApiKey", "b" + unique)
                .header("Accept", "application/json")
                .get("/api/users/77")
                .then()
                .statusCode(200)
                .body("user.email", equalTo("ann@example.com"));
        given().auth()
                .preemptive()
                .basic("ann@example.com", "c" + unique)
                .header("Host", host)
                .get("/api/users/99")
                .then()
                .statusCode(200)
                .body("user_login", equalTo("ann"));
        // Erply says that its JSON is HTML.
        JsonPath login = JsonPath.from(given().formParam("clientCode", code)
                .formParam("request", "verifyUser")
                .formParam("username", "ann")
                .formParam("password", "secret")
                .post("/api/")
                .asString());
        assertThat(login.getString("status.responseStatus")).isEqualTo("ok");
        assertThat(login.getString("records[0].userID")).isEqualTo("88");
    }

    @Test
    void what_is_handed_out_is_taken_in_by_another_account_and_handed_out_again_the_same() {
        takeIn(
                "",
                "{\"login\":\"ann\",\"email\":\"ann@example.com\",\"numbers\":{\"picqer\":1,\"erply\":2},\"locale\":\"nl_NL\","
                        + "\"timeZone\":\"+02:00\",\"employeeNumber\":9,\"warehouses\":[2,1],\"packingStation\":3,"
                        + "\"granted\":[\"users:view\"],\"denied\":[\"orders:edit\"],\"lastLogin\":\"2024-02-01T07:30:00Z\"}",
                "{\"kind\":\"customer\",\"login\":\"zoë\",\"lastName\":\"Ångström \\\"Q\\\"\",\"company\":5,"
                        + "\"companyText\":\"Simtech\",\"active\":false,\"numbers\":{\"cscart\":3},"
                        + "\"created\":\"2005-05-21T21:01:20Z\",\"createdBy\":\"old\",\"updated\":\"2006-01-01T00:00:00.5Z\"}");
        String other = withRole(account());
        String first = export(account);

        String results = operator()
                .body(first.getBytes(StandardCharsets.UTF_8))
                .post(Admin.ROOT + other + "/people:import")
                .asString();

        assertThat(results).contains("\"inserted\":2");
        assertThat(export(other)).isEqualTo(first);
        assertThat(first)
                .contains("\"lastName\":\"Ångström \\\"Q\\\"\"", "\"warehouses\":[1,2]", "\"packingStation\":3");
    }

    @Test
    void what_is_handed_out_and_taken_in_again_changes_nothing() {
        takeIn("", "{\"login\":\"ann\",\"numbers\":{\"picqer\":1}}", "{\"kind\":\"customer\",\"login\":\"b\"}");

        List<JsonNode> told = lines(send("", bytes(export(account))));

        assertThat(told.get(2).path("summary").path("unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void nobody_is_handed_out_of_an_empty_account() {
        assertThat(export(account)).isEmpty();
    }

    @Test
    void results_come_while_the_body_is_still_being_sent() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(bytes(head(account + "/people:import")));
            out.write(chunk("{\"login\":\"first\"}\n"));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            String first = readUntil(in, "\"line\":1");
            out.write(chunk("{\"login\":\"second\"}\n"));
            String second = readUntil(in, "\"line\":2");
            out.write(bytes("0\r\n\r\n"));
            String last = readUntil(in, "summary");

            assertThat(first).contains("inserted");
            assertThat(second).contains("inserted");
            assertThat(last).contains("\"inserted\":2").contains("\"complete\":true");
        }
    }

    @Test
    void a_body_that_breaks_off_leaves_what_was_answered_for() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            socket.getOutputStream().write(bytes(head(account + "/people:import")));
            socket.getOutputStream().write(chunk("{\"login\":\"first\"}\n{\"login\":\"half"));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            readUntil(in, "\"line\":1");
        }

        assertThat(export(account)).contains("\"login\":\"first\"").doesNotContain("half");
    }

    @Test
    void a_password_is_one_that_the_person_could_be_given_otherwise() {
        List<JsonNode> told = lines(takeIn(
                "",
                "{\"login\":\"a\",\"password\":{\"plain\":\"\"}}",
                "{\"login\":\"b\",\"password\":{\"plain\":\"x\",\"md5\":\"" + MD5_OF_SECRET + "\"}}",
                "{\"login\":\"c\",\"password\":{}}",
                "{\"login\":\"d\",\"keys\":[{\"system\":\"picqer\",\"secret\":\" blank\"}]}"));

        assertThat(told.subList(0, 4))
                .allSatisfy(line -> assertThat(line.path("outcome").asText()).isEqualTo("invalid"));
    }

    @Test
    void a_filter_of_an_export_is_not_lost() {
        operator()
                .get(Admin.ROOT + account + "/people:export?kind=staff")
                .then()
                .statusCode(422);
    }

    @Test
    void only_failures_are_told_where_that_is_asked_for() {
        List<JsonNode> told =
                lines(takeIn("?report=failures&line=101", "{\"login\":\"a\"}", "{\"login\":\"b\",\"x\":1}"));

        assertThat(told).hasSize(2);
        assertThat(told.get(0).path("line").asInt()).isEqualTo(102);
    }

    @Test
    void how_far_it_is_is_told_where_that_is_asked_for() {
        List<JsonNode> told =
                lines(takeIn("?report=progress&line=101", "{\"login\":\"a\"}", "{\"login\":\"b\",\"x\":1}", ""));

        assertThat(told).hasSize(3);
        assertThat(told.get(0).path("line").asInt()).isEqualTo(102);
        assertThat(told.get(1).toString())
                .isEqualTo("{\"progress\":{\"line\":102,\"inserted\":1,\"updated\":0,\"unchanged\":0,\"conflict\":0,"
                        + "\"invalid\":1}}");
        assertThat(told.get(2).path("summary").path("complete").asBoolean()).isTrue();
    }

    @Test
    void a_line_may_say_what_a_persons_document_may() {
        List<JsonNode> told = lines(takeIn(
                "",
                "{\"login\":\"a\",\"timeZone\":\"-05:30\",\"locale\":\"nl\",\"salutation\":\"MRS\",\"pin\":\"0123\"}",
                "{\"login\":\"b\",\"timeZone\":\"Europe/Atlantis\"}",
                "{\"login\":\"c\",\"locale\":\"nl-NL\"}",
                "{\"login\":\"d\",\"salutation\":\"DR\"}",
                "{\"login\":\"e\",\"pin\":\"123\"}"));

        assertThat(told.get(0).path("outcome").asText()).isEqualTo("inserted");
        assertThat(told.subList(1, 5))
                .extracting(line -> line.path("error").path("pointer").asText())
                .containsExactly("/timeZone", "/locale", "/salutation", "/pin");
        Admin.post(account + "/people", "{\"login\":\"f\",\"timeZone\":\"-05:30\",\"locale\":\"nl\"}")
                .then()
                .statusCode(201);
    }

    @Test
    void what_cannot_be_asked_for_is_refused_and_the_body_is_not_taken() {
        takeIn("?mode=guess", "{\"login\":\"a\"}").then().statusCode(422).body("errors.pointer", hasItem("?mode"));
        takeIn("?match=shoesize", "{\"login\":\"a\"}").then().statusCode(422);
        takeIn("?assign=moon", "{\"login\":\"a\"}").then().statusCode(422);
        takeIn("?modus=insert", "{\"login\":\"a\"}").then().statusCode(422);
        takeIn("?line=0", "{\"login\":\"a\"}").then().statusCode(422);
        operator()
                .header("Content-Encoding", "gzip")
                .body(new byte[] {1})
                .post(Admin.ROOT + account + "/people:import")
                .then()
                .statusCode(415);
        operator()
                .body("{}")
                .post(Admin.ROOT + "/accounts/nowhere/people:import")
                .then()
                .statusCode(404);
        given().body("{\"login\":\"a\"}")
                .post(Admin.ROOT + account + "/people:import")
                .then()
                .statusCode(401);
        assertThat(export(account)).isEmpty();
    }

    @Test
    void no_secret_is_handed_out_or_written_down() {
        takeIn(
                "",
                "{\"login\":\"ann\",\"numbers\":{\"erply\":1},\"pin\":\"918273\",\"password\":{\"plain\":\"open sesame\"},"
                        + "\"keys\":[{\"system\":\"picqer\",\"secret\":\"key-" + account + "\"}]}");

        String log = pool.preparedQuery("select string_agg(changes::text, '') from change_log where account_id = $1")
                .execute(Tuple.of(id(account).value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);

        assertThat(export(account) + log).doesNotContain("918273", "sesame", "argon2", "key-");
    }

    private Response takeIn(String query, String... lines) {
        return send(query, bytes(String.join("\n", lines)));
    }

    private Response send(String query, byte[] body) {
        return operator().body(body).post(Admin.ROOT + account + "/people:import" + query);
    }

    private static String export(String of) {
        Response answer = operator().get(Admin.ROOT + of + "/people:export");
        answer.then().statusCode(200).contentType("application/x-ndjson");
        return answer.asString();
    }

    private static List<JsonNode> lines(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asString().lines().map(ImportTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The account with a role that staff get. */
    private String withRole(String address) {
        UUID role = UUID.randomUUID();
        pool.preparedQuery(
                        "insert into role (account_id, id, name, folded_name, permissions, created, created_by, updated,"
                                + " updated_by) values ($1, $2, 'All', 'all', '{users:view}', now(), 'x', now(), 'x')")
                .execute(Tuple.of(id(address).value(), role))
                .await()
                .indefinitely();
        pool.preparedQuery("insert into role_number (account_id, system, number, role_id) values ($1, 'erply', 1, $2)")
                .execute(Tuple.of(id(address).value(), role))
                .await()
                .indefinitely();
        Admin.patch(address, "{\"defaultRole\":\"" + role + "\"}").then().statusCode(200);
        return address;
    }

    private AccountId id(String address) {
        return new AccountId(pool.preparedQuery("select id from account where name = $1")
                .execute(Tuple.of(address.substring(address.lastIndexOf('/') + 1)))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger(0));
    }

    private static String head(String path) {
        return "POST " + Admin.ROOT + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Admin.TOKEN
                + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    private static byte[] chunk(String text) {
        return bytes(Integer.toHexString(bytes(text).length) + "\r\n" + text + "\r\n");
    }

    private static String readUntil(BufferedReader in, String wanted) throws IOException {
        String line = in.readLine();
        while (line != null && !line.contains(wanted)) {
            line = in.readLine();
        }
        return String.valueOf(line);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
