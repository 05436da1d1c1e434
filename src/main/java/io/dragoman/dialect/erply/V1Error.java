package io.dragoman.dialect.erply;

import io.dragoman.edge.Answer;
import io.dragoman.failure.Failure;
import java.time.Duration;

/** The errors of the /v1 reads: {@code {"message": …}} under a status (erply.md 2.3, 3.12). */
final class V1Error {

    private V1Error() {}

    static Answer answer(Failure failure) {
        return switch (failure.kind()) {
            case MALFORMED, INVALID, DUPLICATE, CONFLICT, STALE, CONDITION_MISSING, PROTECTED ->
                answer(400, "Bad request");
            case UNAUTHENTICATED -> answer(403, "The session is missing, unknown or has expired");
            case FORBIDDEN -> answer(403, "No viewing rights");
            case NOT_FOUND, NO_SUCH_PATH -> answer(404, "Not found");
            case METHOD_NOT_ALLOWED -> answer(405, "Method not allowed").with("Allow", "GET, HEAD");
            case NOT_ACCEPTABLE -> answer(406, "Only JSON is available");
            case BODY_TOO_LARGE -> answer(413, "Request body too large");
            case TARGET_TOO_LONG -> answer(414, "Request address too long");
            case UNSUPPORTED_MEDIA_TYPE -> answer(415, "Unsupported media type");
            case RATE_LIMITED -> retryLater(answer(429, "Hourly request quota exceeded"), failure);
            case HEADERS_TOO_LARGE -> answer(431, "Request headers too large");
            case INTERNAL -> answer(500, "Internal error");
            case UNAVAILABLE -> retryLater(answer(503, "Temporarily unavailable"), failure);
        };
    }

    private static Answer answer(int status, String message) {
        return Answer.of(status, V1Json.TYPE, ReplyFormat.json(Fields.of("message", message)));
    }

    private static Answer retryLater(Answer answer, Failure failure) {
        Duration wait = failure.retryAfter();
        return wait == null
                ? answer
                : answer.with("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
    }
}
