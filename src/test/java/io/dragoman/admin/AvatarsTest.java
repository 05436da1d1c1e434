package io.dragoman.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.image.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures as the operator stores them and as a dialect shows them. */
@QuarkusTest
class AvatarsTest {

    private String person;
    private String avatar;

    @BeforeEach
    void somebody() {
        person = Admin.person(Admin.accountWithRole(), "{\"login\":\"ann\"}");
        avatar = person + "/avatar";
    }

    @Test
    void a_picture_is_kept_as_it_was_sent_and_shown_by_the_dialect() {
        byte[] picture = Pictures.noise(30, 20, "gif");
        store("image/gif", picture).then().statusCode(204);

        Response read = Admin.get(avatar);

        read.then().statusCode(200).contentType("image/gif");
        assertThat(read.asByteArray()).isEqualTo(picture);
        Response key = Admin.post(person + "/keys", "{\"system\":\"billomat\"}");
        String number = Admin.get(person).path("numbers.billomat").toString();
        Response shown = given().header("X-BillomatApiKey", key.<String>path("secret"))
                .get("/api/users/" + number + "/avatar?mode=FULL");
        assertThat(shown.asByteArray()).isEqualTo(picture);
    }

    @Test
    void a_later_picture_takes_the_place_of_an_earlier_one() {
        store("image/png", Pictures.noise(10, 10, "png")).then().statusCode(204);
        String tag = Admin.get(avatar).header("ETag");

        store("image/jpeg", Pictures.noise(10, 10, "jpeg")).then().statusCode(204);

        Admin.operator()
                .header("If-None-Match", tag)
                .get(Admin.ROOT + avatar)
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
    }

    @Test
    void a_picture_that_is_taken_away_is_gone() {
        store("image/png", Pictures.noise(10, 10, "png")).then().statusCode(204);

        Admin.delete(avatar).then().statusCode(204);

        Admin.get(avatar).then().statusCode(404);
        Admin.delete(avatar).then().statusCode(404);
    }

    @Test
    void what_is_no_picture_is_refused() {
        store("image/png", "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .then()
                .statusCode(422);
        store("image/svg+xml", new byte[] {1}).then().statusCode(415);
        store("image/png", new byte[5 * 1024 * 1024 + 1]).then().statusCode(422);
    }

    @Test
    void what_its_header_says_is_too_large_is_not_decoded() {
        store("image/png", Pictures.bomb(60_000, 60_000)).then().statusCode(422);
    }

    private Response store(String type, byte[] picture) {
        return Admin.operator().contentType(type).body(picture).put(Admin.ROOT + avatar);
    }
}
