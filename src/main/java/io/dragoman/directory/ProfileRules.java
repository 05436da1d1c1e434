package io.dragoman.directory;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;

/** What the texts of a profile that are no free texts may be, whether a person's document or a line of an import brings them. */
public final class ProfileRules {

    private static final Set<String> SALUTATIONS = Set.of("", "MR", "MRS");
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");

    private ProfileRules() {}

    /** Whether it is one, or none. */
    public static boolean isSalutation(String text) {
        return SALUTATIONS.contains(text);
    }

    /** Whether it is a language, or language and country, as {@code nl_NL}. */
    public static boolean isLocale(String text) {
        return LOCALE.matcher(text).matches();
    }

    /** Whether it is a region's zone or an offset from UTC. */
    public static boolean isTimeZone(String text) {
        try {
            return !ZoneId.of(text).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
