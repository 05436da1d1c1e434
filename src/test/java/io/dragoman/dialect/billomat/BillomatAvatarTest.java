package io.dragoman.dialect.billomat;

import static io.dragoman.dialect.billomat.Calls.ACME;
import static io.dragoman.dialect.billomat.Calls.GLOBEX;
import static io.dragoman.dialect.billomat.Calls.by;
import static io.dragoman.dialect.billomat.Calls.json;
import static io.dragoman.dialect.billomat.Calls.text;
import static io.dragoman.dialect.billomat.Calls.xml;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.Golden;
import io.dragoman.directory.Attribute;
import io.dragoman.directory.Permission;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.image.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of Billomat's users (billomat.md 8). */
@QuarkusTest
class BillomatAvatarTest {

    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0000FF;

    @Inject
    Globex globex;

    @ParameterizedTest
    @CsvSource({
        "x, 100",
        "size=50, 50",
        "size=1, 1",
        "size=1000, 1000",
        "size=1001, 1000",
        "size=99999999999999, 1000",
        "size=0, 100",
        "size=-5, 100",
        "size=abc, 100",
        "size=, 100",
        "mode=half&size=30, 30"
    })
    void a_picture_is_cut_from_the_middle_and_scaled(String query, int side) {
        for (String id : new String[] {"1", "4"}) {
            Response answer = xml("/users/" + id + "/avatar?" + query);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).isEqualTo("image/png");
            BufferedImage picture = Pictures.read(answer.body().asByteArray());
            assertThat(picture.getWidth()).isEqualTo(side);
            assertThat(picture.getHeight()).isEqualTo(side);
        }
    }

    @Test
    void what_is_cut_away_is_left_and_right() {
        BufferedImage picture =
                Pictures.read(xml("/users/myself/avatar?size=80").body().asByteArray());

        assertThat(picture.getRGB(0, 0)).isEqualTo(RED);
        assertThat(picture.getRGB(35, 79)).isEqualTo(RED);
        assertThat(picture.getRGB(44, 0)).isEqualTo(BLUE);
        assertThat(picture.getRGB(79, 79)).isEqualTo(BLUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode=FULL", "mode=full&size=10"})
    void the_original_is_sent_as_it_was_stored(String query) {
        byte[] original = Pictures.noise(30, 20, "jpg");
        User person = globex.person();
        globex.picture(person, "image/jpeg", original);

        Response answer = by(GLOBEX).get("/api/users/" + Globex.number(person) + "/avatar?" + query);

        assertThat(answer.contentType()).isEqualTo("image/jpeg");
        assertThat(answer.body().asByteArray()).isEqualTo(original);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        globex.remove(person);
    }

    @Test
    void the_original_where_there_is_none_is_made_up_of_the_size_asked() {
        byte[] placeholder = xml("/users/4/avatar?mode=FULL&size=64").body().asByteArray();

        assertThat(Pictures.read(placeholder).getWidth()).isEqualTo(64);
        assertThat(placeholder)
                .isEqualTo(xml("/users/4/avatar?size=64").body().asByteArray())
                .isNotEqualTo(xml("/users/5/avatar?size=64").body().asByteArray());
    }

    @ParameterizedTest
    @CsvSource({"李, 明", "'', ''", "Øyvind, Łukasz", "é, ''", "1, 2"})
    void whatever_a_name_is_of_there_is_a_placeholder(String first, String last) {
        User person = globex.person(
                UserChange.NONE.with(Attribute.FIRST_NAME, first).with(Attribute.LAST_NAME, last),
                Permission.USERS_VIEW);

        Response answer = by(GLOBEX).get("/api/users/" + Globex.number(person) + "/avatar");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Pictures.read(answer.body().asByteArray()).getWidth()).isEqualTo(100);
        globex.remove(person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users/1/avatar?size=70", "/users/1/avatar?mode=FULL", "/users/4/avatar?size=70"})
    void who_has_a_picture_is_not_sent_it_again(String path) {
        String tag = xml(path).header("ETag");

        Response again = by(ACME).header("If-None-Match", "\"other\", W/" + tag).get("/api" + path);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.body().asByteArray()).isEmpty();
        assertThat(by(ACME).header("If-None-Match", "\"other\"")
                        .get("/api" + path)
                        .statusCode())
                .isEqualTo(200);
        assertThat(xml("/users/1/avatar?size=71").header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void a_picture_of_too_many_pixels_is_refused_without_being_decoded() {
        User person = globex.person();
        globex.picture(person, "image/png", Pictures.bomb(30_000, 30_000));
        String path = "/users/" + Globex.number(person) + "/avatar";

        Response cut = json(GLOBEX, path);
        Response full = json(GLOBEX, path + "?mode=FULL");

        assertThat(cut.statusCode()).isEqualTo(400);
        assertThat(cut.jsonPath().getString("errors.error")).contains("pixels");
        assertThat(full.statusCode()).isEqualTo(200);
        globex.remove(person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIF89a", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "BM"})
    void what_is_no_picture_is_refused(String stored) {
        User person = globex.person();
        globex.picture(person, "text/html", stored.getBytes(StandardCharsets.US_ASCII));
        String path = "/users/" + Globex.number(person) + "/avatar";

        assertThat(json(GLOBEX, path).statusCode()).isEqualTo(400);
        assertThat(json(GLOBEX, path + "?mode=FULL").contentType()).isEqualTo("application/octet-stream");
        globex.remove(person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "invalid", "0"})
    void nobody_has_no_picture(String id) {
        Response answer = json("/users/" + id + "/avatar?size=50");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).isEqualTo(Golden.text("billomat/not-found.json"));
    }

    @Test
    void head_tells_what_get_would_without_the_picture() {
        Response answer = by(ACME).head("/api/users/1/avatar");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo(xml("/users/1/avatar").header("ETag"));
        assertThat(answer.body().asByteArray()).isEmpty();
    }
}
