package io.dragoman.dialect.cscart;

import io.dragoman.edge.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the releases of CS-Cart do differently (cscart.md 0.1), by the configured profile. */
@ApplicationScoped
class CsCartReleases {

    /** The version that lists without a wrapper. */
    static final String BARE = "1.0";

    private static final String PLAIN_PASSWORDS = "4.0";
    private static final String MODERN_VERSION = "2.1";
    private static final Set<String> CLASSIC_VERSIONS = Set.of("", BARE, "2", "2.0", PLAIN_PASSWORDS);
    private static final Set<String> MODERN_VERSIONS = Set.of("", BARE, "2", "2.0", MODERN_VERSION, PLAIN_PASSWORDS);

    private final CsCartConfig config;

    CsCartReleases(CsCartConfig config) {
        this.config = config;
    }

    /** The versions that may stand in a path, the empty one for none. */
    Set<String> versions() {
        return isModern() ? MODERN_VERSIONS : CLASSIC_VERSIONS;
    }

    /** The version of a path that names none. */
    String version() {
        return isModern() ? MODERN_VERSION : "2.0";
    }

    boolean answersOptions() {
        return isModern();
    }

    /** Whether a list must be narrowed to a type of user. */
    boolean listsByTypeAlone() {
        return isModern();
    }

    /** Whether an unknown user is an empty list. */
    boolean listsUnknownUser() {
        return isModern();
    }

    boolean tellsLastLogin() {
        return isModern();
    }

    boolean refusesVendors() {
        return isModern();
    }

    /** Whether a password is sent as it is, instead of as its md5 hex. */
    boolean hasPlainPasswords(String version) {
        return version.equals(PLAIN_PASSWORDS) || (isModern() && (version.isEmpty() || version.equals(MODERN_VERSION)));
    }

    /** Whether bodies of a type are taken; later releases take a form with PUT too, and read nothing from it. */
    boolean reads(String method, String type) {
        if (type.equals(CsCartMedia.FORM)) {
            return isModern() || (method.equals("POST") && config.formBodies());
        }
        return type.equals(CsCartMedia.TEXT) || CsCartMedia.isJson(type);
    }

    /** An error of the API itself. */
    Answer refused(int status, String phrase, @Nullable String detail) {
        return answer(status, phrase, detail, "messages");
    }

    /** An error of what was done. */
    Answer failed(int status, String phrase, @Nullable String detail) {
        return answer(status, phrase, detail, "errors");
    }

    private Answer answer(int status, String phrase, @Nullable String detail, String list) {
        Map<String, Object> error = new LinkedHashMap<>();
        if (detail == null || detail.isEmpty()) {
            error.put("message", phrase);
        } else {
            error.put("message", phrase + ": " + detail);
            if (isModern()) {
                error.put(list, List.of(detail));
            }
        }
        error.put("status", status);
        return CsCartJson.answer(status, error);
    }

    private boolean isModern() {
        return config.profile() == CsCartConfig.Profile.MODERN;
    }
}
