package io.dragoman.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How current the process is about accounts. */
@ConfigMapping(prefix = "dragoman.accounts")
interface AccountsConfig {

    /** How often the hosts that accounts are known by are read anew. */
    @WithDefault("5s")
    Duration refreshHosts();

    KeyUse keyUse();

    /** Notes of when keys were last used. */
    interface KeyUse {

        /** Uses of one key in this time are one. */
        @WithDefault("1m")
        Duration throttle();

        /** How often uses are written. */
        @WithDefault("10s")
        Duration write();

        /** Uses that may wait to be written; those past it are not noted. */
        @WithDefault("100000")
        int most();
    }
}
