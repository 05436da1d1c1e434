package io.dragoman.dialect.picqer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What Picqer's documentation leaves open or says of its limits. */
@ConfigMapping(prefix = "dragoman.picqer")
interface PicqerConfig {

    /** Calls a minute of a key that has no quota of its own. */
    @WithDefault("500")
    int quota();

    /** The error code of a user that does not exist: 20 as documented, 0 as one client expects. */
    @WithDefault("20")
    int notFoundCode();

    /** Whether a request without a User-Agent is refused, as the documentation asks for one. */
    @WithDefault("false")
    boolean userAgentRequired();

    /** A host that names an account without naming this dialect; {@code *} stands for the account's name. */
    @WithDefault("*.localhost")
    String accountHost();
}
