package io.dragoman.image;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much work and memory pictures may take. */
@ConfigMapping(prefix = "dragoman.images")
interface ImageConfig {

    /** Pixels of a picture that is decoded; larger ones are refused by what their header says. */
    @WithDefault("25000000")
    long maxPixels();

    /** Bytes of a picture that is stored; larger ones are refused. */
    @WithDefault("5M")
    MemorySize maxBytes();

    /** Pictures worked on at once. */
    @WithDefault("2")
    int workers();

    /** Pictures that may wait for a worker; who comes after is told to come back. */
    @WithDefault("256")
    int queue();

    /** Memory that finished pictures are kept in. */
    @WithDefault("16M")
    MemorySize cache();
}
