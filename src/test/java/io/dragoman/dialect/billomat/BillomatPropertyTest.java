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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Billomat's user properties and their values (billomat.md 3.8). */
@QuarkusTest
class BillomatPropertyTest {

    @Inject
    Globex globex;

    private User person;
    private String property;

    @BeforeEach
    void makeThem() {
        person = globex.person();
        property = send(
                        GLOBEX,
                        "POST",
                        "/user-properties",
                        "{\"user-property\":{\"name\":\"Size\",\"type\":\"TEXTFIELD\"}}")
                .jsonPath()
                .getString("user-property.id");
    }

    @AfterEach
    void removeThem() {
        send(GLOBEX, "DELETE", "/user-properties/" + property, "");
        globex.remove(person);
    }

    @Test
    void a_property_is_sent_in_both_forms() {
        String path = "/user-properties/" + property;
        int account = person.account().value();

        assertThat(text(json(GLOBEX, path)))
                .isEqualTo("{\"user-property\":{\"id\":\"" + property + "\",\"account_id\":\"" + account
                        + "\",\"name\":\"Size\",\"type\":\"TEXTFIELD\",\"default_value\":\"\",\"is_nvl\":\"0\"}}");
        assertThat(text(by(GLOBEX).get("/api" + path))).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <user-property>
                    <id type="integer">%s</id>
                    <account_id type="integer">%d</account_id>
                    <name>Size</name>
                    <type>TEXTFIELD</type>
                    <default_value></default_value>
                    <is_nvl>0</is_nvl>
                </user-property>
                """.formatted(property, account));
    }

    @Test
    void a_property_is_changed_and_keeps_what_is_not_named() {
        Response changed = send(
                GLOBEX,
                "PUT",
                "/user-properties/" + property,
                "{\"user-property\":{\"default_value\":\"M\",\"is_nvl\":true,\"type\":\"CHECKBOX\"}}");

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.jsonPath().getString("user-property.name")).isEqualTo("Size");
        assertThat(changed.jsonPath().getString("user-property.type")).isEqualTo("CHECKBOX");
        assertThat(changed.jsonPath().getString("user-property.default_value")).isEqualTo("M");
        assertThat(changed.jsonPath().getString("user-property.is_nvl")).isEqualTo("1");
        assertThat(text(json(GLOBEX, "/user-properties?per_page=1000"))).contains("\"default_value\":\"M\"");
    }

    @Test
    void a_value_is_set_found_and_replaced() {
        String first = set("XL 100%").jsonPath().getString("user-property-value.id");

        Response second = set("s");

        long number = Globex.number(person);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(text(second))
                .isEqualTo("{\"user-property-value\":{\"id\":\"" + first + "\",\"user_id\":\"" + number
                        + "\",\"user_property_id\":\"" + property
                        + "\",\"type\":\"TEXTFIELD\",\"name\":\"Size\",\"value\":\"s\"}}");
        assertThat(text(json(GLOBEX, "/user-property-values/" + first))).isEqualTo(text(second));
        assertThat(json(GLOBEX, "/user-property-values?user_id=" + number)
                        .jsonPath()
                        .getString("user-property-values.user-property-value.id"))
                .isEqualTo(first);
        assertThat(found("s")).isEqualTo(Long.toString(number));
        assertThat(found("S")).isNull();
        assertThat(found("XL%20100%25")).isNull();
    }

    @Test
    void values_go_with_their_property() {
        String value = set("x").jsonPath().getString("user-property-value.id");

        Response deleted = send(GLOBEX, "DELETE", "/user-properties/" + property, "");

        assertThat(deleted.statusCode()).isEqualTo(200);
        assertThat(json(GLOBEX, "/user-property-values/" + value).statusCode()).isEqualTo(404);
        assertThat(text(json(GLOBEX, "/user-property-values?user_id=" + Globex.number(person))))
                .isEqualTo("{\"user-property-values\":{\"@page\":\"1\",\"@per_page\":\"100\",\"@total\":\"0\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"user-property\":{\"name\":\"x\"}}",
                "{\"user-property\":{\"type\":\"TEXTAREA\"}}",
                "{\"user-property\":{\"name\":\" \",\"type\":\"TEXTAREA\"}}",
                "{\"user-property\":{\"name\":\"x\",\"type\":\"NUMBER\"}}",
                "{\"user-property\":{\"name\":\"x\",\"type\":\"TEXTAREA\",\"is_nvl\":\"2\"}}",
                "{\"user_property\":{\"name\":\"x\",\"type\":\"TEXTAREA\"}}"
            })
    void a_property_that_breaks_a_rule_is_not_made(String body) {
        assertThat(send(GLOBEX, "POST", "/user-properties", body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"0, %s, 400", "x, %s, 400", "%s, 0, 400", "%s, '', 400"})
    void a_value_of_nobody_or_nothing_is_not_set(String user, String of, int status) {
        String body = "{\"user-property-value\":{\"user_id\":\"" + user.formatted(Globex.number(person))
                + "\",\"user_property_id\":\"" + of.formatted(property) + "\",\"value\":\"x\"}}";

        assertThat(send(GLOBEX, "POST", "/user-property-values", body).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /user-properties",
        "PUT, /user-properties/1",
        "DELETE, /user-properties/1",
        "POST, /user-property-values"
    })
    void who_may_not_edit_users_may_not_write(String method, String path) {
        User reader = globex.person(Permission.USERS_VIEW);

        Response answer = send(globex.key(reader), method, path, "{\"user-property\":{}}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(text(answer)).isEqualTo(Golden.text("billomat/forbidden.json"));
        globex.remove(reader);
    }

    @Test
    void another_account_s_are_unknown() {
        assertThat(json("/user-properties/" + property).statusCode()).isEqualTo(404);
        assertThat(text(json("/user-properties"))).doesNotContain("Size");
    }

    private Response set(String value) {
        String body = "{\"user-property-value\":{\"user_id\":" + Globex.number(person) + ",\"user_property_id\":"
                + property + ",\"value\":\"" + value + "\"}}";
        return send(GLOBEX, "POST", "/user-property-values", body);
    }

    private @Nullable String found(String value) {
        return json(GLOBEX, "/users?property" + property + "=" + value)
                .jsonPath()
                .getString("users.user.id");
    }
}
