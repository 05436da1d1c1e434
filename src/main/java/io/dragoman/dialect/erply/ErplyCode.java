package io.dragoman.dialect.erply;

/** The error codes the facade answers with (erply.md 6); their texts are not on the wire. */
enum ErplyCode {
    MAINTENANCE(1000),
    ACCOUNT_NOT_FOUND(1001),
    QUOTA_EXCEEDED(1002),
    DATABASE_UNREACHABLE(1003),
    UNKNOWN_CALL(1005),
    UNKNOWN_OUTPUT_FORMAT(1007),
    NO_SESSION(1009),
    MISSING(1010),
    NO_SUCH_ITEM(1011),
    NOT_UNIQUE(1012),
    INCONSISTENT(1013),
    MALFORMED(1015),
    INVALID(1016),
    TOO_MANY_SUB_REQUESTS(1020),
    REFERENCED(1022),
    WRONG_LIST(1029),
    IS_ARRAY(1030),
    CREDENTIALS_MISSING(1050),
    LOGIN_FAILED(1051),
    BLOCKED(1052),
    NO_PASSWORD(1053),
    SESSION_EXPIRED(1054),
    SESSION_UNKNOWN(1055),
    SESSION_TOO_OLD(1056),
    NO_GROUP(1059),
    NO_VIEWING_RIGHTS(1060),
    NO_ADDING_RIGHTS(1061),
    NO_EDITING_RIGHTS(1062),
    NO_DELETING_RIGHTS(1063),
    TOKEN_WITHOUT_ACCOUNT(1170),
    TOKEN_OF_NOBODY(1173),
    TOKEN_OF_OTHER_ACCOUNT(1190),
    TOKEN_UNREADABLE(1191),
    TOKEN_EXPIRED(1194),
    UNKNOWN_LANGUAGE(1195);

    private final int number;

    ErplyCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Whether {@code errorField} names the parameter at fault (erply.md, decisions). */
    boolean namesField() {
        return (number >= 1010 && number <= 1016) || number == 1030;
    }
}
