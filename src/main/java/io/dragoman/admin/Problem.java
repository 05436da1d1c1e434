package io.dragoman.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dragoman.edge.Answer;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What went wrong, as problem details (RFC 9457). */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        @Schema(description = "Stable name of the kind of problem", example = "/problems/invalid")
        String type,

        String title,
        int status,
        @Nullable String detail,

        @Schema(description = "The values at fault") @Nullable
        List<ValueError> errors) {

    static final String TYPE = "application/problem+json";

    /** What the directory calls otherwise than documents do, and where those have it. */
    private static final Map<String, String> POINTERS = Map.of(
            "primaryRole", "/role",
            "role", "/links",
            "number", "/numbers",
            "companyNumber", "/number");

    /** A value at fault: where it stands in the body (RFC 6901) or what parameter or header it is, and why. */
    @Schema(name = "ProblemError")
    record ValueError(@Schema(example = "/email") String pointer, String detail) {

        private static ValueError of(Fault fault) {
            return new ValueError(fault.field(), fault.detail());
        }
    }

    static Answer answer(Failure failure) {
        return switch (failure.kind()) {
            case MALFORMED -> told(failure, 400, "The request could not be read");
            case UNAUTHENTICATED ->
                told(failure, 401, "The operator's token is missing or wrong")
                        .with("WWW-Authenticate", "Bearer realm=\"dragoman\"");
            case FORBIDDEN -> told(failure, 403, "This may not be done");
            case NOT_FOUND -> told(failure, 404, "There is no such thing");
            case NO_SUCH_PATH -> told(failure, 404, "There is no such path");
            case METHOD_NOT_ALLOWED -> told(failure, 405, "The path does not take this method");
            case NOT_ACCEPTABLE -> told(failure, 406, "There is no answer of an acceptable type");
            case DUPLICATE -> told(failure, 409, "The value is taken");
            case CONFLICT, PROTECTED -> told(failure, 409, "Something else forbids it");
            case STALE -> told(failure, 412, "It was changed meanwhile");
            case BODY_TOO_LARGE -> told(failure, 413, "The body is too large");
            case TARGET_TOO_LONG -> told(failure, 414, "The request target is too long");
            case UNSUPPORTED_MEDIA_TYPE -> told(failure, 415, "The body is of a type that is not read here");
            case INVALID -> told(failure, 422, "A value breaks a rule");
            case CONDITION_MISSING -> told(failure, 428, "The change must say by If-Match which version it is of");
            case RATE_LIMITED -> retryLater(told(failure, 429, "Too many requests"), failure);
            case HEADERS_TOO_LARGE -> told(failure, 431, "The header fields are too large");
            case INTERNAL -> untold(failure, 500, "A fault of the facade");
            case UNAVAILABLE -> retryLater(untold(failure, 503, "The directory cannot be reached"), failure);
        };
    }

    private static Answer told(Failure failure, int status, String title) {
        return answer(failure, status, title, failure.detail().isEmpty() ? null : failure.detail(), errors(failure));
    }

    /** What happened inside is nobody's business outside. */
    private static Answer untold(Failure failure, int status, String title) {
        return answer(failure, status, title, null, null);
    }

    private static Answer answer(
            Failure failure, int status, String title, @Nullable String detail, @Nullable List<ValueError> errors) {
        return Answer.of(status, TYPE, AdminJson.write(new Problem(typeOf(failure), title, status, detail, errors)));
    }

    /** The name of a kind of problem. */
    static String typeOf(Failure failure) {
        return "/problems/" + failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable List<ValueError> errors(Failure failure) {
        String field = failure.field();
        if (!failure.faults().isEmpty()) {
            return failure.faults().stream().map(ValueError::of).toList();
        }
        return field == null ? null : List.of(new ValueError(pointer(field), failure.detail()));
    }

    /** The directory names members; where they stand is the document's matter, and all of them stand at its top. */
    private static String pointer(String field) {
        return POINTERS.getOrDefault(field, Character.isLetter(field.charAt(0)) ? "/" + field : field);
    }

    private static Answer retryLater(Answer answer, Failure failure) {
        Duration wait = failure.retryAfter();
        return wait == null
                ? answer
                : answer.with("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
    }
}
