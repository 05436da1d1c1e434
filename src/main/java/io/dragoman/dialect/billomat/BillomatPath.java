package io.dragoman.dialect.billomat;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The paths there are, without a slash at their end, and what may be done at each (billomat.md 1). */
enum BillomatPath {
    USERS("users", "GET, HEAD"),
    USER("users/[^/]+", "GET, HEAD"),
    AVATAR("users/[^/]+/avatar", "GET, HEAD"),
    CUSTOM_FIELD("users/[^/]+/customfield", "GET, HEAD, PUT"),
    ROLES("roles", "GET, HEAD, POST"),
    ROLE("roles/[^/]+", "GET, HEAD, PUT, DELETE"),
    PROPERTIES("user-properties", "GET, HEAD, POST"),
    PROPERTY("user-properties/[^/]+", "GET, HEAD, PUT, DELETE"),
    PROPERTY_VALUES("user-property-values", "GET, HEAD, POST"),
    PROPERTY_VALUE("user-property-values/[^/]+", "GET, HEAD");

    private static final BillomatPath[] ALL = values();

    private final String beginning;
    private final Pattern pattern;
    private final String allowed;

    BillomatPath(String pattern, String allowed) {
        this.beginning = "/api/" + pattern.split("\\[", -1)[0];
        this.pattern = Pattern.compile("/api/" + pattern);
        this.allowed = allowed;
    }

    /** Where a path leads to, null for nowhere. */
    static @Nullable BillomatPath of(String path) {
        String plain = withoutSlash(path);
        for (BillomatPath known : ALL) {
            // Each request to any dialect is asked about, so what cannot match costs no matching.
            if (plain.startsWith(known.beginning)
                    && known.pattern.matcher(plain).matches()) {
                return known;
            }
        }
        return null;
    }

    static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Whether people are at the path, which another API may have there too. */
    boolean isOfUsers() {
        return this == USERS || this == USER || this == AVATAR || this == CUSTOM_FIELD;
    }

    boolean allows(String method) {
        return List.of(allowed.split(", ", -1)).contains(method);
    }

    /** The value of an Allow header. */
    String allowed() {
        return allowed;
    }
}
