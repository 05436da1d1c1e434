package io.dragoman.dialect.cscart;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A client of the room, by default acme's administrator. */
final class CsCart {

    static final String DUPLICATE =
            error(400, "Bad Request: The username or email you have chosen already exists. Please try another one.");

    /** Acme's administrator, for clients that know no Basic. */
    static final String AUTHORIZATION = "Basic "
            + Base64.getEncoder().encodeToString("admin@example.com:acme-cscart-key".getBytes(StandardCharsets.UTF_8));

    private CsCart() {}

    static RequestSpecification as(String email, String key) {
        return given().urlEncodingEnabled(false).auth().preemptive().basic(email, key);
    }

    static RequestSpecification admin() {
        return as("admin@example.com", "acme-cscart-key");
    }

    static RequestSpecification globex() {
        return as("staff001@globex.example", "globex-cscart-key");
    }

    static Response get(String target) {
        return admin().get(target);
    }

    static Response post(String target, Object body) {
        return admin().contentType("application/json").body(body).post(target);
    }

    static Response put(String target, Object body) {
        return admin().contentType("application/json").body(body).put(target);
    }

    /** Sends a body of a type as UTF-8. */
    static Response send(String method, String target, String type, String body) {
        RequestSpecification request = admin().header("Content-Type", type);
        // REST Assured takes a form's body as text alone.
        return (type.contains("form") ? request.body(body) : request.body(body.getBytes(StandardCharsets.UTF_8)))
                .request(method, target);
    }

    static Response delete(Object number) {
        return admin().delete("/api/users/" + number);
    }

    /** The bytes of an answer as UTF-8, whatever its type says. */
    static String text(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    static String error(int status, String message) {
        return "{\"message\":\"" + message + "\",\"status\":" + status + "}";
    }

    static String uniqueEmail() {
        return "t" + UUID.randomUUID() + "@example.org";
    }

    /** What a client sends for a new customer. */
    static Map<String, Object> customer() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("email", uniqueEmail());
        fields.put("user_type", "C");
        fields.put("company_id", 1);
        fields.put("status", "A");
        fields.put("firstname", "Temp");
        fields.put("lastname", "Orary");
        return fields;
    }

    /** What a client sends for a new member of the staff. */
    static Map<String, Object> staff() {
        Map<String, Object> fields = customer();
        fields.put("user_type", "A");
        fields.put("company_id", 0);
        return fields;
    }

    /** Makes a user and gives his number. */
    static int created(Object body) {
        return post("/api/users", body).then().statusCode(201).extract().path("user_id");
    }
}
