package io.dragoman.admin;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Calls as the operator makes them. */
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

    /** A new account of a test's own, and its address. */
    static String account() {
        String name = "t-" + UUID.randomUUID();
        post("/accounts", "{\"name\":\"" + name + "\"}").then().statusCode(201);
        return "/accounts/" + name;
    }
}
