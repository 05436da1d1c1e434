package io.dragoman.dialect.erply;

/** What a new password must be: eight characters at least (erply.md 3.3, 3.7). */
final class PasswordRule {

    private static final int SHORTEST = 8;

    private PasswordRule() {}

    /** Throws that a parameter holds too short a password (1016). */
    static void check(String parameter, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw Refusal.of(ErplyCode.INVALID, parameter);
        }
    }
}
