package io.dragoman.embedded.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Whether there is demo data. */
@ConfigMapping(prefix = "dragoman.demo")
interface DemoConfig {

    /** Whether a directory without any account gets the demo accounts at start. */
    @WithParentName
    @WithDefault("false")
    boolean wanted();
}
