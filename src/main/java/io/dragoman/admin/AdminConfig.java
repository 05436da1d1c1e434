package io.dragoman.admin;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The operator's API, which is off unless it has a token. */
@ConfigMapping(prefix = "dragoman.admin")
interface AdminConfig {

    /** What the operator proves himself with. */
    Optional<String> token();

    /** A file that holds it. */
    Optional<Path> tokenFile();

    /** Wrong tokens from one address, after which none is looked at until the window ends. */
    @WithDefault("10")
    int failures();

    /** How long that window lasts, from the first wrong token on. */
    @WithDefault("1m")
    Duration failureWindow();

    /** Rows of a page at most. */
    @WithDefault("200")
    int maxPage();

    /** Bytes of a JSON body. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** Whether a change must name the version it is of, by {@code If-Match}. */
    @WithDefault("false")
    boolean requireIfMatch();

    /** Whether the management port shows a page to try the API with. */
    @WithDefault("false")
    boolean ui();
}
