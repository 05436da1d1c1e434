package io.dragoman.account;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The configuration as it is when only these keys are set. */
final class Configured {

    private Configured() {}

    static PasswordsConfig passwords() {
        return mapped(PasswordsConfig.class, Map.of());
    }

    static PasswordsConfig passwords(int threads, int queue) {
        return mapped(
                PasswordsConfig.class,
                Map.of(
                        "dragoman.passwords.threads",
                        String.valueOf(threads),
                        "dragoman.passwords.queue",
                        String.valueOf(queue)));
    }

    static SecretsConfig secrets(Map<String, String> values) {
        return mapped(SecretsConfig.class, values);
    }

    private static <T> T mapped(Class<T> mapping, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(mapping);
    }
}
