package io.dragoman.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that two servers could read differently are answered once at most, and hide no second request, which nobody would claim. One whose body
 * breaks off may get no answer at all, as the connection ends with it.
 */
@QuarkusTest
class SmugglingTest {

    private static final String HEAD = "POST /api/v1/users HTTP/1.1\r\nHost: acme.picqer.com\r\n";
    private static final String HIDDEN = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

    @TestHTTPResource
    URL server;

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(
                        "Content-Length beside Transfer-Encoding",
                        HEAD + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN),
                Arguments.of(
                        "two Content-Lengths",
                        HEAD + "Content-Length: 0\r\nContent-Length: " + HIDDEN.length() + "\r\n\r\n" + HIDDEN),
                Arguments.of(
                        "a transfer coding after chunked",
                        HEAD + "Transfer-Encoding: chunked, x\r\n\r\n0\r\n\r\n" + HIDDEN),
                Arguments.of(
                        "a line end inside a quoted chunk extension",
                        HEAD + "Transfer-Encoding: chunked\r\n\r\n1;a=\"\r\nX\r\n0\r\n\r\n" + HIDDEN + "\"\r\n"),
                Arguments.of(
                        "chunk lines that end in LF alone",
                        HEAD + "Transfer-Encoding: chunked\r\n\r\n2\nab\n0\n\n" + HIDDEN),
                Arguments.of("a space before the colon", HEAD + "Content-Length : 5\r\n\r\nabcde" + HIDDEN),
                Arguments.of("a sign in Content-Length", HEAD + "Content-Length: +5\r\n\r\nabcde" + HIDDEN),
                Arguments.of("no Host", "GET /api/v1/users HTTP/1.1\r\nContent-Length: 5\r\n\r\nabcde" + HIDDEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void is_answered_once_at_most_and_reaches_nothing_else(String name, String request) throws IOException {
        RawHttp.Answers answers = RawHttp.send(server.getPort(), request);

        assertThat(answers.count()).as(name + ": " + answers.text()).isLessThanOrEqualTo(1);
        assertThat(answers.text()).doesNotContain("\"status\":404");
        assertThat(answers.closed()).isTrue();
        if (answers.count() == 1) {
            assertThat(answers.statusLine()).matches("HTTP/1\\.[01] 4.*");
            assertThat(answers.body()).contains("\"error\"");
        }
    }
}
