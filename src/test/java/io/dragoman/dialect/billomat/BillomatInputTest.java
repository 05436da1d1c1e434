package io.dragoman.dialect.billomat;

import static io.dragoman.dialect.billomat.Calls.GLOBEX;
import static io.dragoman.dialect.billomat.Calls.by;
import static io.dragoman.dialect.billomat.Calls.json;
import static io.dragoman.dialect.billomat.Calls.send;
import static io.dragoman.dialect.billomat.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.Golden;
import io.dragoman.directory.Permission;
import io.dragoman.directory.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to Billomat's custom field, and what is refused (billomat.md 3.6). */
@QuarkusTest
class BillomatInputTest {

    @Inject
    Globex globex;

    private User person;

    @BeforeEach
    void makeSomebody() {
        person = globex.person(Permission.USERS_EDIT);
    }

    @AfterEach
    void removeHim() {
        globex.remove(person);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<user><customfield>a &amp; b</customfield></user>",
                "<?xml version='1.0' encoding='utf-8'?> <!-- who --><user> <x><y>1</y></x>"
                        + " <customfield type='text'><![CDATA[a & ]]>b</customfield> </user> ",
                "\uFEFF<user><customfield>a &#38; b</customfield></user>",
                "{\"user\":{\"id\":1,\"rights\":{\"x\":[]},\"customfield\":\"a & b\"}}",
            })
    void a_custom_field_is_read_from_either_form(String body) {
        Response answer = put(body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer))
                .isEqualTo("{\"user\":{\"id\":\"" + Globex.number(person) + "\",\"customfield\":\"a & b\"}}");
        assertThat(globex.read(person).profile().customField()).isEqualTo("a & b");
    }

    @Test
    void a_custom_field_is_found_emptied_and_moves_updated() {
        Instant before = person.audit().updated();
        String number = Long.toString(Globex.number(person));

        put("{\"user\":{\"customfield\":\"Größe 100%_\"}}");

        assertThat(globex.read(person).audit().updated()).isAfter(before);
        assertThat(found("GR%C3%96SSE")).isNull();
        assertThat(found("GR%C3%96%C3%9FE%20100%25_")).isEqualTo(number);
        assertThat(put("{\"user\":{\"customfield\":null}}").statusCode()).isEqualTo(200);
        assertThat(globex.read(person).profile().customField()).isEmpty();
    }

    @Test
    void whatever_a_text_holds_the_xml_is_well_formed() {
        globex.sql(
                "update person set custom_field = $1, first_name = $2 where id = $3",
                "<&>\"' ]]> \r\n\t \u0085 \uD834\uDD1E",
                "a\u0001b\uFFFEc",
                person.id().value());

        Response answer = by(GLOBEX).get("/api/users/" + Globex.number(person));

        assertThat(answer.xmlPath().getString("user.first_name")).isEqualTo("a\uFFFDb\uFFFDc");
        assertThat(text(answer))
                .contains("<customfield>&lt;&amp;&gt;\"' ]]&gt; &#xd;\n\t &#x85; \uD834\uDD1E</customfield>");
    }

    static Stream<byte[]> brokenBodies() {
        String field = "<user><customfield>read</customfield></user>";
        String laughs = "<!DOCTYPE user [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + "<user><customfield>&b;</customfield></user>";
        return Stream.concat(
                Stream.of(
                                "",
                                "<user>",
                                "<user><customfield>read</customfield>",
                                "<user/>",
                                "<client><customfield>read</customfield></client>",
                                field + "<more/>",
                                "<user><customfield>&undeclared;</customfield></user>",
                                "<!DOCTYPE user>" + field,
                                "<!DOCTYPE user SYSTEM \"http://localhost:1/x.dtd\">" + field,
                                laughs,
                                "<?xml version='1.0' encoding='UTF-16'?>" + field,
                                "<?xml version='1.0' encoding='ISO-8859-1'?>" + field,
                                "<user>" + "<a>".repeat(100) + "</a>".repeat(100)
                                        + "<customfield>read</customfield></user>",
                                "<user>" + "<a/>".repeat(10_000) + "<customfield>read</customfield></user>",
                                "{\"user\":{\"x\":" + "[".repeat(100) + "]".repeat(100) + ",\"customfield\":\"read\"}}",
                                "{\"user\":{\"customfield\":\"read\"}} {}",
                                "{\"customfield\":\"read\"}",
                                "{\"user\":{\"customfield\":\"\\ud800\"}}",
                                "{\"user\":{\"customfield\":{\"x\":\"read\"}}}",
                                "user[customfield]=read")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Stream.of(
                        field.getBytes(StandardCharsets.UTF_16),
                        field.getBytes(StandardCharsets.UTF_16LE),
                        "<user><customfield>ü</customfield></user>".getBytes(StandardCharsets.ISO_8859_1),
                        new byte[] {'{', (byte) 0xC0, (byte) 0xAF, '}'}));
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void a_broken_body_is_refused_and_writes_nothing(byte[] body) {
        Response answer = put("application/octet-stream", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors.error")).isNotBlank();
        assertThat(globex.read(person).profile().customField()).isEmpty();
    }

    @Test
    void an_external_entity_is_not_read(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "canary");
        String body = "<!DOCTYPE user [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<user><customfield>&x;</customfield></user>";

        Response answer = by(GLOBEX).contentType(ContentType.XML).body(body).put(path());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer)).isEqualTo(Golden.text("billomat/malformed.xml"));
        assertThat(globex.read(person).profile().customField()).isEmpty();
    }

    @Test
    void a_document_of_more_than_is_read_is_refused() {
        byte[] body = ("<user>" + " ".repeat(300_000) + "</user>").getBytes(StandardCharsets.UTF_8);

        assertThat(put("application/xml", body).statusCode()).isEqualTo(413);
    }

    @Test
    void who_may_not_edit_users_may_not_write_it() {
        User reader = globex.person(Permission.USERS_VIEW);

        Response answer = send(globex.key(reader), "PUT", path().substring(4), "{\"user\":{\"customfield\":\"x\"}}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(text(answer)).isEqualTo(Golden.text("billomat/forbidden.json"));
        globex.remove(reader);
    }

    @Test
    void the_root_administrator_s_is_his_own() {
        Response answer = send(globex.key(person), "PUT", "/users/1/customfield", "{\"user\":{\"customfield\":\"x\"}}");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private String path() {
        return "/api/users/" + Globex.number(person) + "/customfield";
    }

    private Response put(String body) {
        return send(GLOBEX, "PUT", path().substring(4), body);
    }

    private Response put(String type, byte[] body) {
        return by(GLOBEX)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .accept(Calls.JSON)
                .contentType(type)
                .body(body)
                .put(path());
    }

    private static @Nullable String found(String part) {
        return json(GLOBEX, "/users?customfield=" + part).jsonPath().getString("users.user.id");
    }
}
