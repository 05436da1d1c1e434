package io.dragoman;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many large pictures at once within a small heap. */
class AvatarHeapIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void sixty_four_large_pictures_at_once_fit_a_heap_of_256_mebibytes() throws IOException {
        try (FacadeProcess facade =
                FacadeProcess.start(folder.resolve("data"), "-Xmx256m", "-XX:+ExitOnOutOfMemoryError")) {
            List<Integer> statuses = IntStream.rangeClosed(937, 1000)
                    .mapToObj(size -> get(facade, "/api/users/1/avatar?size=" + size))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .map(HttpResponse::statusCode)
                    .toList();

            assertThat(statuses).containsOnly(200);
            assertThat(get(facade, "/api/users/1").join().statusCode()).isEqualTo(200);
            assertThat(facade.log()).doesNotContain("OutOfMemoryError", "blocked");
        }
    }

    private static CompletableFuture<HttpResponse<byte[]>> get(FacadeProcess facade, String path) {
        HttpRequest request = HttpRequest.newBuilder(facade.uri(path))
                .header("X-BillomatApiKey", "acme-billomat-key")
                .timeout(Duration.ofSeconds(60))
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
