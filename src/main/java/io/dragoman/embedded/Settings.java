package io.dragoman.embedded;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigValue;
import java.nio.file.Path;

/** Where the embedded database lives, and whether it must survive a power cut. */
record Settings(Path directory, boolean durable) {

    static final String DIRECTORY = "dragoman.embedded.dir";
    static final String DURABLE = "dragoman.embedded.durable";

    static Settings from(ConfigSourceContext context) {
        return new Settings(
                Path.of(value(context, DIRECTORY, "data")), Boolean.parseBoolean(value(context, DURABLE, "true")));
    }

    private static String value(ConfigSourceContext context, String name, String byDefault) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null || value.getValue().isBlank() ? byDefault : value.getValue();
    }
}
