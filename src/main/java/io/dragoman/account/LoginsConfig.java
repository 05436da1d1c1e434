package io.dragoman.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often passwords and PINs may be wrong. */
@ConfigMapping(prefix = "dragoman.logins")
interface LoginsConfig {

    /** Wrong attempts on one person, after which he is locked until his window ends. */
    @WithDefault("10")
    int failures();

    /** How long a person's window lasts, from his first wrong attempt on. */
    @WithDefault("15m")
    Duration failureWindow();

    /** Wrong attempts from one address in each window on the clock. */
    @WithDefault("100")
    int addressFailures();

    /** How long an address's windows last. */
    @WithDefault("1m")
    Duration addressWindow();

    /** Attempts, of all people, under way or waiting for an earlier one on the same person; one more is refused. */
    @WithDefault("1000")
    int waiting();
}
