package io.dragoman.admin;

import java.util.regex.Pattern;

/** What a password or PIN may be, whichever way the operator brings it. */
final class SecretRules {

    /** Of a PIN. */
    static final String PIN = "[0-9]{4,32}";

    static final String NO_PIN = "not 4 to 32 digits";
    static final String NO_MD5 = "not 32 hexadecimal digits";

    private static final int LONGEST = 1_000;

    static final String NO_PASSWORD = "not 1 to " + LONGEST + " characters";

    private static final Pattern MD5 = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern PINS = Pattern.compile(PIN);

    private SecretRules() {}

    static boolean isPassword(String text) {
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    static boolean isPin(String text) {
        return PINS.matcher(text).matches();
    }

    static boolean isMd5(String text) {
        return MD5.matcher(text).matches();
    }
}
