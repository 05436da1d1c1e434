package io.dragoman.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a password hash costs, and how many may be computed. Older hashes keep the cost they were made at. */
@ConfigMapping(prefix = "dragoman.passwords")
interface PasswordsConfig {

    /** Memory of one hash, in KiB. */
    @WithDefault("19456")
    int memoryKib();

    /** Passes over that memory. */
    @WithDefault("2")
    int iterations();

    /** Lanes the memory is split into; more of them make a hash no faster here. */
    @WithDefault("1")
    int parallelism();

    /** Threads that compute hashes. */
    @WithDefault("2")
    int threads();

    /** Hashes that may wait for a thread; one more is refused as unavailable. */
    @WithDefault("64")
    int queue();

    /** Right passwords remembered in this process, so that their next verification costs no hash. */
    @WithDefault("10000")
    int remembered();

    /** How long after its last verification a right password is remembered. */
    @WithDefault("10m")
    Duration rememberFor();
}
