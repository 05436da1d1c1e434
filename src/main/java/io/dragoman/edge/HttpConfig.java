package io.dragoman.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of what a caller may send; past them the caller is refused in his dialect's words. */
@ConfigMapping(prefix = "dragoman.http")
interface HttpConfig {

    /** Bytes of a body. */
    @WithDefault("10M")
    MemorySize maxBody();

    /** Bytes of all bodies together that are in memory, until their requests are answered. */
    @WithDefault("48M")
    MemorySize maxBodies();

    /** How long a body may take to arrive. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** Connections at once; those past them are closed before anything is read (the HTTP server sees to that). */
    int maxConnections();

    /** Requests that are being answered at once. */
    @WithDefault("2000")
    int maxRequests();

    /** Characters of a request target, path and query together. */
    @WithDefault("32768")
    int maxTarget();

    /** Characters of all header fields together. */
    @WithDefault("16384")
    int maxHeaders();

    /** Parameters of a query; those past it are left out. */
    @WithDefault("1000")
    int maxParameters();

    /** How long the rest of a refused body is read and thrown away before the connection is cut. */
    @WithDefault("5s")
    Duration drain();
}
