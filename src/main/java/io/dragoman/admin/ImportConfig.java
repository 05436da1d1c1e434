package io.dragoman.admin;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people are taken in by the many. */
@ConfigMapping(prefix = "dragoman.import")
interface ImportConfig {

    /** Lines that are written in one transaction. */
    @WithDefault("1000")
    int batch();

    /** Bytes of lines that are written in one transaction, the last line's not counted. */
    @WithDefault("2M")
    MemorySize batchBytes();

    /** Passwords in one transaction's lines: each takes as long to hash as thousands of people without one. */
    @WithDefault("25")
    int passwords();

    /** Bytes of a line. */
    @WithDefault("64K")
    MemorySize maxLine();
}
