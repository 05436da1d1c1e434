package io.dragoman.dialect.erply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.directory.Caller;
import io.dragoman.directory.Permission;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleStore;
import io.dragoman.directory.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** saveUser and saveUserGroup (erply.md 3.3). */
@QuarkusTest
class ErplySaveTest {

    @Inject
    Newcomers newcomers;

    @Inject
    RoleStore roles;

    @AfterEach
    void takeAway() {
        newcomers.takeAway();
    }

    @Test
    void a_new_user_is_a_person_everywhere() {
        String name = Newcomers.name();

        long number = newcomers.make(name, "lang", "ger", "warehouseIDs", "");

        User user = newcomers.user(number);
        assertThat(user.login()).isEqualTo(name);
        assertThat(user.numbers().bySystem()).containsKeys("picqer", "billomat", "erply", "cscart");
        assertThat(user.profile().firstName()
                        + user.profile().lastName()
                        + user.profile().email()
                        + user.profile().salutation())
                .isEmpty();
        assertThat(user.profile().locale()).isEqualTo("de_DE");
        assertThat(user.position().maxDiscount()).isZero();
        assertThat(user.position().employeeNumber()).isNotNull();
        assertThat(user.audit().createdBy()).isEqualTo("staff001");
    }

    @Test
    void a_user_is_renamed_and_told_his_number() {
        long number = newcomers.make(Newcomers.name());
        String name = Newcomers.name();

        JsonNode answer = Erply.callAs("staff001", "saveUser", "userID", number, "name", name);

        assertThat(answer.at("/records/0/userID").isNumber()).isTrue();
        assertThat(answer.at("/records/0/userID").asLong()).isEqualTo(number);
        assertThat(newcomers.user(number).login()).isEqualTo(name);
    }

    @Test
    void a_password_that_is_set_ends_the_sessions_of_its_person() {
        String name = Newcomers.name();
        long number = newcomers.make(name);
        String key = Erply.login(Erply.GLOBEX, name, Newcomers.PASSWORD);

        Erply.callAs("staff001", "saveUser", "userID", number, "password", "Another-12");

        assertThat(Erply.code(Erply.call(Erply.GLOBEX, "getSessionKeyInfo", "sessionKey", key)))
                .isEqualTo(1055);
        assertThat(Erply.login(Erply.GLOBEX, name, "Another-12")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userGroupID=1 | 1010 name",
                "name=fresh | 1010 userGroupID",
                "name=fresh&userGroupID=1&password=short12 | 1016 password",
                "name=fresh&userGroupID=1&cardCode=12345 | 1016 cardCode",
                "name=fresh&userGroupID=1&cardCode=12345x | 1016 cardCode",
                "name=fresh&userGroupID=99 | 1011 userGroupID",
                "name=fresh&userGroupID=x | 1016 userGroupID",
                "name=fresh&userGroupID=1&employeeID=99999 | 1011 employeeID",
                "name=fresh&userGroupID=1&employeeID=7 | 1012 employeeID",
                "name=fresh&userGroupID=1&warehouseIDs=1;2 | 1029 null",
                "name=fresh&userGroupID=1&lang=xyz | 1195 null",
                "name=STAFF007&userGroupID=1&password=Password12 | 1012 name",
                "userID=99999&name=fresh | 1011 userID",
                "userID=x&name=fresh | 1016 userID",
                "userID=7&name=staff008 | 1012 name",
                "userID=7&employeeID=8 | 1012 employeeID",
                "name[]=fresh&userGroupID=1 | 1030 name"
            })
    void what_cannot_be_saved_is_named(String parameters, String refusal) {
        JsonNode answer = Erply.json(Erply.post(
                "clientCode=200002&request=saveUser&" + parameters + "&sessionKey=" + Erply.session("staff001")));

        assertThat(Erply.refusal(answer)).isEqualTo(refusal);
    }

    @Test
    void a_pin_of_somebody_else_is_not_unique() {
        String pin = Long.toString(System.nanoTime());
        newcomers.make(Newcomers.name(), "cardCode", pin);

        JsonNode answer = Erply.callAs("staff001", "saveUser", "userID", 7, "cardCode", pin);

        assertThat(Erply.refusal(answer)).isEqualTo("1012 cardCode");
    }

    @ParameterizedTest
    @CsvSource({
        "name=fresh&userGroupID=3, saveUser, 1061",
        "userID=8&name=fresh, saveUser, 1062",
        "name=fresh, saveUserGroup, 1061",
        "userGroupID=2&name=fresh, saveUserGroup, 1062"
    })
    void whoever_lacks_the_right_is_told_which(String parameters, String request, int code) {
        JsonNode answer = Erply.json(Erply.post(
                "clientCode=100001&request=" + request + "&" + parameters + "&sessionKey=" + Erply.session("sara")));

        assertThat(Erply.code(answer)).isEqualTo(code);
    }

    @Test
    void a_group_is_made_with_rights_and_changed_right_by_right() {
        String name = Newcomers.name();
        long number = Erply.callAs("staff001", "saveUserGroup", "name", name, "rightMakePOSRefunds", 1)
                .at("/records/0/userGroupID")
                .asLong();

        Erply.callAs(
                "staff001", "saveUserGroup", "userGroupID", number, "rightChangePrices", 1, "rightMakePOSRefunds", 0);

        Role role = roles.get(newcomers.globex(), "erply", number)
                .await()
                .indefinitely()
                .orElseThrow();
        roles.delete(newcomers.globex(), role.id(), Caller.of(newcomers.user(1), "erply"))
                .await()
                .indefinitely();
        assertThat(role.name()).isEqualTo(name);
        assertThat(role.permissions()).containsExactly(Permission.of("invoices:change_prices"));
    }

    @ParameterizedTest
    @CsvSource({
        "rightMakePOSRefunds=1, 1010 name",
        "userGroupID=77&name=x, 1011 userGroupID",
        "userGroupID=1&rightChangePrices=yes, 1016 rightChangePrices"
    })
    void a_group_that_cannot_be_saved_is_named(String parameters, String refusal) {
        JsonNode answer = Erply.json(Erply.post(
                "clientCode=200002&request=saveUserGroup&" + parameters + "&sessionKey=" + Erply.session("staff001")));

        assertThat(Erply.refusal(answer)).isEqualTo(refusal);
    }
}
