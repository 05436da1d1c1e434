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
import java.util.stream.Stream;
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
        byte[] original = Pictures.noise(1400, 1200, "jpg");
        List<User> people = Stream.generate(globex::person).limit(8).toList();
        people.forEach(person -> globex.picture(person, "image/jpeg", original));
        makeConnections();
        try {
            nobodyIsHeldUp(people);
        } finally {
            people.forEach(globex::remove);
        }
    }

    /** To the server and the database: what is to be seen is no wait for the work that a first connection is. */
    private void makeConnections() {
        List<CompletableFuture<HttpResponse<byte[]>>> others = IntStream.range(100, 164)
                .mapToObj(
                        number -> HTTP.sendAsync(call("/api/users/" + number), HttpResponse.BodyHandlers.ofByteArray()))
                .toList();
        assertThat(others)
                .extracting(CompletableFuture::join)
                .extracting(HttpResponse::statusCode)
                .containsOnly(200);
    }

    private void nobodyIsHeldUp(List<User> people) throws IOException, InterruptedException {
        List<CompletableFuture<HttpResponse<byte[]>>> pictures = IntStream.range(0, 64)
                .mapToObj(i -> "/api/users/" + Globex.number(people.get(i % 8)) + "/avatar?size=1000")
                .map(path -> HTTP.sendAsync(call(path), HttpResponse.BodyHandlers.ofByteArray()))
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
    }

    private HttpRequest call(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("X-BillomatApiKey", GLOBEX)
                .timeout(Duration.ofSeconds(60))
                .build();
    }
}
