package io.dragoman.admin;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Calls as the operator makes them, and accounts of a test's own. */
final class Admin {

    static final String TOKEN = "test-operator-token";
    static final String ROOT = "/admin/v1";
    static final String JSON = "application/json";

    private Admin() {}

    static RequestSpecification operator() {
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + TOKEN);
    }

    static Response get(String path) {
        return operator().get(ROOT + path);
    }

    static Response post(String path, String body) {
        return operator().contentType(JSON).body(body).post(ROOT + path);
    }

    static Response put(String path, String body) {
        return operator().contentType(JSON).body(body).put(ROOT + path);
    }

    static Response patch(String path, String body) {
        return operator().contentType("application/merge-patch+json").body(body).patch(ROOT + path);
    }

    static Response delete(String path) {
        return operator().delete(ROOT + path);
    }

    /** A new account, and its address. */
    static String account() {
        String name = "t-" + UUID.randomUUID();
        post("/accounts", "{\"name\":\"" + name + "\"}").then().statusCode(201);
        return "/accounts/" + name;
    }

    /** A new account whose staff may see and change users. */
    static String accountWithRole() {
        String account = account();
        String role = role(account, "users:view", "users:add", "users:edit", "users:delete");
        patch(account, "{\"defaultRole\":\"" + role + "\"}").then().statusCode(200);
        return account;
    }

    static String role(String account, String... permissions) {
        String names = permissions.length == 0 ? "" : "\"" + String.join("\",\"", permissions) + "\"";
        Response made = post(account + "/roles", "{\"name\":\"Role\",\"permissions\":[" + names + "]}");
        made.then().statusCode(201);
        return made.path("id");
    }

    /** A new person, and his address. */
    static String person(String account, String members) {
        Response made = post(account + "/people", members);
        made.then().statusCode(201);
        return account + "/people/" + made.path("id");
    }

    static String login() {
        return "l" + UUID.randomUUID();
    }
}
