package io.dragoman.edge;

import io.dragoman.failure.Failure;

/** Answers requests that no dialect claims, with a small JSON body. */
final class Unclaimed {

    private static final String JSON = "application/json";

    private Unclaimed() {}

    static Answer render(Failure failure) {
        return switch (failure.kind()) {
            case MALFORMED, INVALID, DUPLICATE, CONFLICT, STALE, CONDITION_MISSING, PROTECTED ->
                answer(400, "Bad Request");
            case UNAUTHENTICATED -> answer(401, "Unauthorized");
            case FORBIDDEN -> answer(403, "Forbidden");
            case NOT_FOUND, NO_SUCH_PATH -> answer(404, "Not Found");
            case METHOD_NOT_ALLOWED -> answer(405, "Method Not Allowed");
            case NOT_ACCEPTABLE -> answer(406, "Not Acceptable");
            case BODY_TOO_LARGE -> answer(413, "Content Too Large");
            case TARGET_TOO_LONG -> answer(414, "URI Too Long");
            case UNSUPPORTED_MEDIA_TYPE -> answer(415, "Unsupported Media Type");
            case RATE_LIMITED -> answer(429, "Too Many Requests");
            case HEADERS_TOO_LARGE -> answer(431, "Request Header Fields Too Large");
            case INTERNAL -> answer(500, "Internal Server Error");
            case UNAVAILABLE -> answer(503, "Service Unavailable");
        };
    }

    private static Answer answer(int status, String error) {
        return Answer.of(status, JSON, "{\"status\":" + status + ",\"error\":\"" + error + "\"}");
    }
}
