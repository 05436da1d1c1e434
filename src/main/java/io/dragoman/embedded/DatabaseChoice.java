package io.dragoman.embedded;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Which database the operator's configuration means. */
enum DatabaseChoice {
    EMBEDDED,
    EXTERNAL,
    /** An address for the migration alone, which would migrate one database and leave the application without any. */
    JDBC_ONLY;

    static final String URL = "dragoman.db.url";
    static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    private static final String DEFAULT_REACTIVE_URL = "${" + URL + "}";
    private static final String DIRECT_URL = "dragoman.db.direct-url";
    private static final String DEFAULT_DIRECT_URL = "${" + REACTIVE_URL + "}";
    private static final String DEFAULT_JDBC_URL = "jdbc:${" + DIRECT_URL + "}";

    static DatabaseChoice from(ConfigSourceContext context) {
        if (isSet(raw(context, URL), "") || isSet(raw(context, REACTIVE_URL), DEFAULT_REACTIVE_URL)) {
            return EXTERNAL;
        }
        return isSet(raw(context, JDBC_URL), DEFAULT_JDBC_URL) || isSet(raw(context, DIRECT_URL), DEFAULT_DIRECT_URL)
                ? JDBC_ONLY
                : EMBEDDED;
    }

    private static boolean isSet(@Nullable String raw, String byDefault) {
        return raw != null && !raw.isBlank() && !raw.equals(byDefault);
    }

    // The raw text: expanding the default expression would ask for the very keys this decision is about.
    private static @Nullable String raw(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null ? null : value.getRawValue();
    }
}
