package io.dragoman.dialect.erply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.Golden;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users, groups and employees are on the wire, byte for byte (erply.md 3.2, 3.4, 3.5, 7.2). */
@QuarkusTest
class ErplyReadsTest {

    @ParameterizedTest
    @CsvSource({
        "admin, getUserRights, userID=1, rights-admin.json",
        "admin, getUserRights, userID=8, rights-mia.json",
        "sara, getUserRights, getCurrentUser=1, rights-sara.json",
        "admin, getUserRights, userID=10&responseType=XML, rights-sara.xml",
        "staff001, getUserRights, userID=2, rights-without-warehouses.json",
        "staff001, getUserRights, userID=2&responseType=XML, rights-without-warehouses.xml",
        "admin, getUserRights, pageNo=1000, empty.json",
        "admin, getUserRights, pageNo=1000&responseType=XML, empty.xml",
        "admin, getUserRights, userID=abc, refused-user-id.json",
        "admin, getUserRights, userID=abc&responseType=XML, refused-user-id.xml",
        "admin, getUserGroups, '', groups.json",
        "admin, getUserGroups, userGroupID=2, group-2.json",
        "admin, getEmployees, '', employees.json",
        "admin, getEmployees, employeeID=3&responseMode=detail&getProductInfo=1, employee-detail.json",
        "admin, getEmployees, employeeID=6&responseType=XML, employee.xml"
    })
    void answers_byte_for_byte(String who, String request, String parameters, String golden) {
        String code = who.startsWith("staff") ? Erply.GLOBEX : Erply.ACME;

        String answer = Erply.post("clientCode=" + code + "&request=" + request + "&" + parameters + "&sessionKey="
                        + Erply.session(who))
                .asString();

        assertThat(Erply.timeless(answer)).isEqualTo(Golden.text("erply/" + golden));
    }

    @Test
    void pages_follow_each_other_and_count_everybody() {
        JsonNode second = Erply.callAs("staff001", "getUserRights", "recordsOnPage", 1000, "pageNo", 2);

        assertThat(second.at("/status/recordsInResponse").asInt()).isEqualTo(100);
        assertThat(second.at("/status/recordsTotal").asInt()).isGreaterThanOrEqualTo(250);
        assertThat(second.at("/records/0/userID").asInt()).isEqualTo(101);
    }

    @ParameterizedTest
    @CsvSource({
        "sara, getUserRights, userID=10, 0",
        "sara, getUserGroups, '', 0",
        "sara, getEmployees, '', 0",
        "admin, getUserRights, getCurrentUser=1&userID=6, 1013 userID",
        "admin, getUserRights, getCurrentUser=2, 1016 getCurrentUser",
        "admin, getUserGroups, userGroupID=x, 1016 userGroupID",
        "admin, getUserGroups, changedSince=x, 1016 changedSince",
        "admin, getEmployees, employeeID=x, 1016 employeeID",
        "admin, getEmployees, searchAttributeName[]=x, 1030 searchAttributeName"
    })
    void reads_are_refused_for_what_is_wrong_with_them(String who, String request, String parameters, String refusal) {
        JsonNode answer = Erply.json(Erply.post(
                "clientCode=100001&request=" + request + "&" + parameters + "&sessionKey=" + Erply.session(who)));

        assertThat(Erply.refusal(answer).trim()).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "searchName=STÜCH, 3",
        "searchName=groen stephan, 2",
        "usernameOrEmail=sara, 6",
        "usernameOrEmail=Sara@example.com, 6",
        "usernameOrEmail=sar, ''",
        "userGroupID=3, 5 6",
        "warehouseID=2, 1 2 3 4 5 6",
        "warehouseID=9, ''",
        "changedSince=1641801600, 1",
        "changedSince=1641801601, ''",
        "orderBy=name, 1 2 4 6 5 3",
        "orderBy=lastChanged, 2 4 3 6 5 1",
        "orderByDir=desc, 6 5 4 3 2 1",
        "orderBy=shoeSize, 1 2 3 4 5 6",
        "birthdayMonthDayFrom=01-01, ''",
        "drawerID=0, 1 2 3 4 5 6",
        "drawerID=4, ''"
    })
    void employees_are_found_and_sorted(String parameters, String employees) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(parameters.split("=", 2)[0], parameters.split("=", 2)[1]);

        JsonNode answer = Erply.callAs(
                "admin",
                "getEmployees",
                all.keySet().iterator().next(),
                all.values().iterator().next());

        assertThat(answer.at("/records").findValuesAsText("employeeID"))
                .containsExactly(employees.isEmpty() ? new String[0] : employees.split(" ", -1));
    }

    @Test
    void times_of_a_session_are_strings_of_digits() {
        JsonNode record = Erply.callAs("admin", "getSessionKeyInfo").at("/records/0");

        assertThat(record.at("/creationUnixTime").isTextual()).isTrue();
        assertThat(record.at("/expireUnixTime").asLong()
                        - record.at("/creationUnixTime").asLong())
                .isEqualTo(3_600);
    }

    @Test
    void service_endpoints_need_no_session_and_lead_back_here() {
        JsonNode record = Erply.call(Erply.ACME, "getServiceEndpoints").at("/records/0/account-admin");

        assertThat(record.at("/isSandbox").isBoolean()).isTrue();
        assertThat(record.at("/url").asText()).startsWith("http://localhost:").endsWith("/");
        assertThat(record.at("/documentation").isTextual()).isTrue();
    }
}
