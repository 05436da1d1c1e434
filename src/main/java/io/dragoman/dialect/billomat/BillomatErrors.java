package io.dragoman.dialect.billomat;

import io.dragoman.edge.Answer;
import io.dragoman.edge.RequestHead;
import io.dragoman.failure.Failure;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says failures as Billomat does, in the form the request asked for (billomat.md 6). */
@Singleton
class BillomatErrors {

    private final BillomatWriter writer;

    BillomatErrors(BillomatWriter writer) {
        this.writer = writer;
    }

    Answer render(Failure failure, RequestHead head) {
        return switch (failure.kind()) {
            case MALFORMED -> writer.error(head, 400, "The request could not be read");
            case INVALID, DUPLICATE -> writer.error(head, 400, fault(failure));
            case CONFLICT, STALE, CONDITION_MISSING -> writer.error(head, 400, "The resource is in use");
            case UNAUTHENTICATED -> writer.error(head, 401, "Unauthorized");
            case FORBIDDEN, PROTECTED -> writer.error(head, 403, "Forbidden");
            case NOT_FOUND -> writer.error(head, 404, "Resource not found");
            case NO_SUCH_PATH -> writer.error(head, 404, "Not Found");
            case METHOD_NOT_ALLOWED -> methodNotAllowed(head);
            case NOT_ACCEPTABLE -> writer.error(head, 406, "Not Acceptable");
            case BODY_TOO_LARGE -> writer.error(head, 413, "Request Entity Too Large");
            case TARGET_TOO_LONG -> writer.error(head, 414, "Request-URI Too Long");
            case UNSUPPORTED_MEDIA_TYPE -> writer.error(head, 415, "Unsupported Media Type");
            case RATE_LIMITED -> retryLater(writer.error(head, 429, rateLimit(failure)), failure);
            case HEADERS_TOO_LARGE -> writer.error(head, 431, "Request Header Fields Too Large");
            case INTERNAL -> writer.error(head, 500, "Internal Server Error");
            case UNAVAILABLE -> retryLater(writer.error(head, 503, "Service Unavailable"), failure);
        };
    }

    private Answer methodNotAllowed(RequestHead head) {
        BillomatPath path = BillomatPath.of(head.path());
        Answer answer = writer.error(head, 405, "Method Not Allowed");
        return path == null ? answer : answer.with("Allow", path.allowed());
    }

    private static String fault(Failure failure) {
        String field = failure.field();
        return field == null ? "Invalid request" : "Invalid value for " + field + ": " + failure.detail();
    }

    private static String rateLimit(Failure failure) {
        return "Maximum number of requests (" + failure.detail() + " per "
                + BillomatQuotas.QUARTER.length().toMinutes() + " minutes) reached. Try again in "
                + seconds(failure.retryAfter()) + " seconds.";
    }

    private static Answer retryLater(Answer answer, Failure failure) {
        Duration wait = failure.retryAfter();
        return wait == null ? answer : answer.with("Retry-After", Long.toString(seconds(wait)));
    }

    /** Whole seconds, so many that waiting them is enough. */
    private static long seconds(@Nullable Duration wait) {
        return wait == null ? 0 : wait.plusMillis(999).toSeconds();
    }
}
