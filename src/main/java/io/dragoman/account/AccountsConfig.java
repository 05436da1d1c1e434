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
}
