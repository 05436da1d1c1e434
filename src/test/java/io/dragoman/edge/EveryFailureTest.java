package io.dragoman.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every dialect answers every kind of failure with a status, a content type and a body of its own. */
@QuarkusTest
class EveryFailureTest {

    private static final RequestHead HEAD =
            new RequestHead("GET", "/", "/", "/", "localhost", () -> "127.0.0.1", Params.NONE, name -> List.of());

    @Inject
    @All
    List<Dialect> dialects;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void has_words_in_every_dialect(Kind kind) {
        Failure failure = new Failure(kind, "canary-detail", "field", Duration.ofSeconds(7));

        assertThat(dialects).isNotEmpty().allSatisfy(dialect -> {
            Answer answer = dialect.render(failure, HEAD);
            assertThat(answer.status())
                    .isIn(200, 400, 401, 403, 404, 405, 406, 409, 412, 413, 414, 415, 422, 428, 429, 431, 500, 503);
            assertThat(answer.contentType()).matches("(application|text)/.+");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isNotBlank();
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void has_words_where_no_dialect_claims_the_request(Kind kind) {
        Answer answer = Unclaimed.render(Failure.of(kind));

        assertThat(answer.status()).isBetween(400, 503);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"status\":" + answer.status());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"INTERNAL", "UNAVAILABLE"})
    void says_nothing_of_what_happened_inside(Kind kind) {
        Failure failure = Failure.of(kind, "canary-detail");

        assertThat(dialects)
                .allSatisfy(dialect -> assertThat(
                                new String(dialect.render(failure, HEAD).body(), StandardCharsets.UTF_8))
                        .doesNotContain("canary-detail"));
    }
}
