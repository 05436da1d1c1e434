package io.dragoman.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.Golden;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The main operations of each dialect, one after another, against a facade with untouched demo data. */
final class DialectWalk {

    private final Client acme;
    private final Client globex;

    DialectWalk(java.net.URI base) {
        this.acme = Client.acme(base);
        this.globex = Client.globex(base);
    }

    void walk() {
        picqer();
        billomat();
        erply();
        cscart();
        people_are_the_same_in_all();
        pages_hold_what_they_should();
    }

    private void picqer() {
        answers(acme.picqer("/users"), 200, golden("picqer/list.json"));
        answers(acme.picqer("/users?active=true"), 200, golden("picqer/list-active.json"));
        answers(acme.picqer("/users/423"), 200, golden("picqer/single-423.json"));
        answers(acme.picqer("/users/me"), 200, golden("picqer/single-423.json"));
        answers(acme.picqer("/users/999999"), 404, golden("picqer/not-found.json"));
    }

    private void billomat() {
        answers(acme.billomat("GET", "/users/1", ""), 200, golden("billomat/user-1.json"));
        answers(acme.billomat("GET", "/users?first_name=Simon", ""), 200, "Stücher");
        answers(acme.billomat("GET", "/users/999999", ""), 404, golden("billomat/not-found.json"));
        answers(acme.billomat("GET", "/roles", ""), 200, golden("billomat/roles.json"));
        String name = "Walkers";
        String made = answers(acme.billomat("POST", "/roles", "{\"role\":{\"name\":\"" + name + "\"}}"), 201, name);
        String role = "/roles/" + first(made, "\"id\":\"?(\\d+)");
        answers(acme.billomat("PUT", role, "{\"role\":{\"name\":\"Runners\"}}"), 200, "Runners");
        answers(acme.billomat("GET", role, ""), 200, "Runners");
        answers(acme.billomat("DELETE", role, ""), 200, "");
        answers(acme.billomat("GET", role, ""), 404, golden("billomat/not-found.json"));
        answers(acme.billomat("PUT", "/roles/7", "{"), 400, "error");
    }

    private void erply() {
        answers(acme.erply("verifyUser", "username", "admin", "password", "wrong"), 200, "\"errorCode\":1051");
        String session = acme.session("admin", "demo-admin-1");
        answers(acme.erply("getEmployees", "sessionKey", session), 200, "\"employeeID\":\"6\"");
        answers(acme.erply("getUserGroups", "sessionKey", session), 200, "Warehouse");
        answers(acme.erply("getUserRights", "sessionKey", session, "userID", "1"), 200, "\"errorCode\":0");
        answers(acme.erply("getEmployees", "sessionKey", "nonsense"), 200, "\"errorCode\":1055");
        String made = answers(
                acme.erply(
                        "saveUser",
                        "sessionKey",
                        session,
                        "name",
                        "walker",
                        "password",
                        "Walk-by-12",
                        "userGroupID",
                        "1"),
                200,
                "\"userID\"");
        String number = first(made, "\"userID\":\"?(\\d+)");
        answers(
                acme.erply("saveUser", "sessionKey", session, "userID", number, "name", "runner"),
                200,
                "\"errorCode\":0");
        String runner = acme.session("runner", "Walk-by-12");
        answers(acme.erply("getSessionKeyInfo", "sessionKey", runner), 200, "\"errorCode\":0");
    }

    private void cscart() {
        answers(acme.cscart("GET", "/users/2", ""), 200, "\"email\":\"demo@example.com\"");
        answers(acme.cscart("GET", "/users/2/usergroups", ""), 200, "\"usergroup_id\":\"4\"");
        answers(acme.cscart("GET", "/users/999999", ""), 404, "");
        String customer = "{\"email\":\"walker@example.org\",\"user_type\":\"C\",\"company_id\":1}";
        String made = answers(acme.cscart("POST", "/users", customer), 201, "user_id");
        answers(acme.cscart("POST", "/users", customer), 400, "already exists");
        String path = "/users/" + first(made, "\"user_id\":\"?(\\d+)");
        answers(acme.cscart("PUT", path, "{\"firstname\":\"Walker\"}"), 200, "user_id");
        answers(acme.cscart("GET", path, ""), 200, "\"firstname\":\"Walker\"");
        answers(acme.cscart("DELETE", path, ""), 204, "");
        answers(acme.cscart("GET", path, ""), 404, "");
    }

    private void people_are_the_same_in_all() {
        answers(acme.cscart("PUT", "/users/8", "{\"firstname\":\"Sarah\"}"), 200, "user_id");
        answers(acme.picqer("/users/428"), 200, "\"firstname\":\"Sarah\"");
        answers(acme.billomat("GET", "/users/6", ""), 200, "Sarah");
        String session = acme.session("admin", "demo-admin-1");
        answers(acme.erply("getEmployees", "sessionKey", session, "searchName", "Sarah"), 200, "Sarah");
    }

    private void pages_hold_what_they_should() {
        answers(globex.picqer("/users?offset=100"), 200, "\"iduser\":101");
        answers(globex.billomat("GET", "/users?per_page=10&page=3", ""), 200, "\"@total\":\"250\"");
        answers(globex.cscart("GET", "/users?items_per_page=10&page=2", ""), 200, "\"items_per_page\":10");
    }

    private static String answers(HttpResponse<String> answer, int status, String text) {
        assertThat(answer.statusCode()).as(answer + " " + answer.body()).isEqualTo(status);
        assertThat(answer.body()).as(answer.toString()).contains(text);
        return answer.body();
    }

    private static String golden(String name) {
        return Golden.text(name);
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
