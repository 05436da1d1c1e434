package io.dragoman.dialect.erply;

import io.dragoman.failure.Kind;

/** The error codes the facade answers with (erply.md 6); their texts are not on the wire. */
enum ErplyCode {
    MAINTENANCE(1000, Kind.INTERNAL),
    ACCOUNT_NOT_FOUND(1001, Kind.UNAUTHENTICATED),
    QUOTA_EXCEEDED(1002, Kind.RATE_LIMITED),
    DATABASE_UNREACHABLE(1003, Kind.UNAVAILABLE),
    UNKNOWN_CALL(1005, Kind.NO_SUCH_PATH),
    UNKNOWN_OUTPUT_FORMAT(1007, Kind.NOT_ACCEPTABLE),
    NO_SESSION(1009, Kind.UNAUTHENTICATED),
    MISSING(1010, Kind.INVALID),
    NO_SUCH_ITEM(1011, Kind.NOT_FOUND),
    NOT_UNIQUE(1012, Kind.DUPLICATE),
    INCONSISTENT(1013, Kind.INVALID),
    MALFORMED(1015, Kind.MALFORMED),
    INVALID(1016, Kind.INVALID),
    TOO_MANY_SUB_REQUESTS(1020, Kind.INVALID),
    REFERENCED(1022, Kind.CONFLICT),
    WRONG_LIST(1029, Kind.INVALID),
    IS_ARRAY(1030, Kind.INVALID),
    CREDENTIALS_MISSING(1050, Kind.UNAUTHENTICATED),
    LOGIN_FAILED(1051, Kind.UNAUTHENTICATED),
    BLOCKED(1052, Kind.UNAUTHENTICATED),
    NO_PASSWORD(1053, Kind.UNAUTHENTICATED),
    SESSION_EXPIRED(1054, Kind.UNAUTHENTICATED),
    SESSION_UNKNOWN(1055, Kind.UNAUTHENTICATED),
    SESSION_TOO_OLD(1056, Kind.UNAUTHENTICATED),
    NO_GROUP(1059, Kind.INVALID),
    NO_VIEWING_RIGHTS(1060, Kind.FORBIDDEN),
    NO_ADDING_RIGHTS(1061, Kind.FORBIDDEN),
    NO_EDITING_RIGHTS(1062, Kind.FORBIDDEN),
    NO_DELETING_RIGHTS(1063, Kind.FORBIDDEN),
    TOKEN_WITHOUT_ACCOUNT(1170, Kind.UNAUTHENTICATED),
    TOKEN_OF_NOBODY(1173, Kind.UNAUTHENTICATED),
    TOKEN_OF_OTHER_ACCOUNT(1190, Kind.UNAUTHENTICATED),
    TOKEN_UNREADABLE(1191, Kind.UNAUTHENTICATED),
    TOKEN_EXPIRED(1194, Kind.UNAUTHENTICATED),
    UNKNOWN_LANGUAGE(1195, Kind.INVALID);

    private final int number;
    private final Kind kind;

    ErplyCode(int number, Kind kind) {
        this.number = number;
        this.kind = kind;
    }

    /** What the code is to those who count failures of all dialects. */
    Kind kind() {
        return kind;
    }

    int number() {
        return number;
    }

    /** Whether {@code errorField} names the parameter at fault (erply.md, decisions). */
    boolean namesField() {
        return (number >= 1010 && number <= 1016) || number == 1030;
    }
}
