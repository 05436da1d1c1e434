package io.dragoman.dialect.billomat;

import static io.dragoman.dialect.billomat.Calls.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.directory.User;
import io.dragoman.image.Pictures;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many large pictures at once. */
@QuarkusTest
class AvatarLoadTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URI server;

    @Inject
    Globex globex;

    @Test
    void sixty_four_at_once_are_all_answered_and_hold_up_nobody_else() throws IOException, InterruptedException {
        User person = globex.person();
        globex.picture(person, "image/jpeg", Pictures.noise(2000, 1500, "jpg"));
        String avatar = "/api/users/" + Globex.number(person) + "/avatar?size=";

        List<CompletableFuture<HttpResponse<byte[]>>> pictures = IntStream.rangeClosed(937, 1000)
                .mapToObj(size -> HTTP.sendAsync(call(avatar + size), HttpResponse.BodyHandlers.ofByteArray()))
                .toList();
        HttpResponse<byte[]> other = HTTP.send(call("/api/users/1"), HttpResponse.BodyHandlers.ofByteArray());
        boolean otherWaited = pictures.stream().allMatch(CompletableFuture::isDone);

        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(otherWaited).isFalse();
        assertThat(pictures)
                .extracting(CompletableFuture::join)
                .extracting(HttpResponse::statusCode)
                .containsOnly(200);
        assertThat(Pictures.read(pictures.get(63).join().body()).getWidth()).isEqualTo(1000);
        globex.remove(person);
    }

    private HttpRequest call(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("X-BillomatApiKey", GLOBEX)
                .timeout(Duration.ofSeconds(60))
                .build();
    }
}
