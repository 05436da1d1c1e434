package io.dragoman.observe;

import io.dragoman.failure.Kind;

/** How a request ended, as far as objectives are measured by it; the later of two is the graver. */
public enum Outcome {
    SUCCESS,
    /** Refused through a fault of the caller's. */
    REJECTED,
    /** Refused for a quota. */
    LIMITED,
    /** Refused as something the facade needs is out of reach, or too many wait. */
    UNAVAILABLE,
    /** A fault of the facade's. */
    FAULT;

    private final String label = Labels.of(this);

    /** The outcome of a request that failed. */
    public static Outcome of(Kind kind) {
        return switch (kind) {
            case MALFORMED,
                    INVALID,
                    DUPLICATE,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    PROTECTED,
                    NOT_FOUND,
                    NO_SUCH_PATH,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    UNSUPPORTED_MEDIA_TYPE,
                    CONFLICT,
                    STALE,
                    CONDITION_MISSING,
                    BODY_TOO_LARGE,
                    TARGET_TOO_LONG,
                    HEADERS_TOO_LARGE -> REJECTED;
            case RATE_LIMITED -> LIMITED;
            case UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> FAULT;
        };
    }

    /** The outcome of an answer that no failure was named for. */
    public static Outcome ofStatus(int status) {
        if (status < 400) {
            return SUCCESS;
        }
        return switch (status) {
            case 429 -> LIMITED;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? REJECTED : FAULT;
        };
    }

    /** Whether the facade is to blame. */
    public boolean isGrave() {
        return this == UNAVAILABLE || this == FAULT;
    }

    public Outcome or(Outcome other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** How metrics and logs write it. */
    public String label() {
        return label;
    }
}
