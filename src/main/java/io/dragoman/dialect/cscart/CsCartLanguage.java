package io.dragoman.dialect.cscart;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CS-Cart's language codes, which name no country, as locales, which do. */
final class CsCartLanguage {

    private static final Pattern CODE = Pattern.compile("[a-z]{2}");

    /** Where a language is mainly spoken, unless that country is spelled like it. */
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("ar", "SA"),
            Map.entry("cs", "CZ"),
            Map.entry("da", "DK"),
            Map.entry("el", "GR"),
            Map.entry("en", "US"),
            Map.entry("et", "EE"),
            Map.entry("he", "IL"),
            Map.entry("ja", "JP"),
            Map.entry("ko", "KR"),
            Map.entry("nb", "NO"),
            Map.entry("sl", "SI"),
            Map.entry("sv", "SE"),
            Map.entry("uk", "UA"),
            Map.entry("vi", "VN"),
            Map.entry("zh", "CN"));

    private CsCartLanguage() {}

    /** The locale of a code; null for what is no code. */
    static @Nullable String locale(String code) {
        String language = code.toLowerCase(Locale.ROOT);
        return CODE.matcher(language).matches()
                ? language + "_" + COUNTRIES.getOrDefault(language, language.toUpperCase(Locale.ROOT))
                : null;
    }
}
