package io.dragoman.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How much is remembered, and for how long it is served. */
@ConfigMapping(prefix = "dragoman.cache")
public interface CacheConfig {

    /** How many bytes the remembered values may take together, by estimate. */
    MemorySize maxWeight();

    /** How old a value may become although no change of it was heard. */
    Duration maxAge();

    /** The same for those who are let in: a revoked key is refused within it though nobody was heard to revoke it. */
    Duration principalTtl();

    /** How old a value may become while no changes are heard. */
    Duration blindTtl();

    /** For how long a value that was known to be good is served when the database cannot be asked. */
    Duration staleIfError();

    /** How long a caller waits for the database, while no changes are heard, if there is such a value for him. */
    Duration staleWait();
}
