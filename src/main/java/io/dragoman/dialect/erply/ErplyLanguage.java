package io.dragoman.dialect.erply;

import java.util.Map;

/** The language codes of {@code lang}, and the locales they stand for. */
final class ErplyLanguage {

    private static final Map<String, String> LOCALES = Map.ofEntries(
            Map.entry("eng", "en_US"),
            Map.entry("est", "et_EE"),
            Map.entry("lat", "lv_LV"),
            Map.entry("lit", "lt_LT"),
            Map.entry("rus", "ru_RU"),
            Map.entry("fin", "fi_FI"),
            Map.entry("swe", "sv_SE"),
            Map.entry("ger", "de_DE"),
            Map.entry("spa", "es_ES"),
            Map.entry("gre", "el_GR"),
            Map.entry("fre", "fr_FR"),
            Map.entry("dut", "nl_NL"),
            Map.entry("ita", "it_IT"),
            Map.entry("por", "pt_PT"),
            Map.entry("pol", "pl_PL"),
            Map.entry("nor", "nb_NO"),
            Map.entry("dan", "da_DK"));

    private ErplyLanguage() {}

    /** The locale of a code (1195). */
    static String locale(String code) {
        String locale = LOCALES.get(code);
        if (locale == null) {
            throw Refusal.of(ErplyCode.UNKNOWN_LANGUAGE);
        }
        return locale;
    }
}
