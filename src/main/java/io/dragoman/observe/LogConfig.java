package io.dragoman.observe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the logs hold. */
@ConfigMapping(prefix = "dragoman.log")
interface LogConfig {

    /** Whether the console's lines are JSON. */
    @WithDefault("false")
    boolean json();

    /** Whether the access log names callers' addresses, which are personal data. */
    @WithDefault("false")
    boolean addresses();

    /** Lines of the access log that may wait to be written; those past it are dropped and counted. */
    @WithDefault("8192")
    int queue();
}
