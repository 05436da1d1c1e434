package io.dragoman.bench;

import io.smallrye.config.SmallRyeConfigBuilder;

/** Configuration as it is where nobody sets anything. */
public final class Defaults {

    private Defaults() {}

    /** The default values of a mapping. */
    public static <T> T of(Class<T> mapping) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
