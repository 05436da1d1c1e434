package io.dragoman.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** What the database may use for an import. */
@ConfigMapping(prefix = "dragoman.import")
interface BulkConfig {

    /** Kilobytes of entries that wait for their place in the index of texts while people are imported. */
    @WithName("pending-entries")
    @WithDefault("65536")
    int pendingEntries();

    /**
     * Whether an import itself sees to it that what new rows refer to is there, once for all of a transaction, instead of
     * the database row by row. The database's user must be a superuser, as the embedded one's is.
     */
    @WithName("own-checks")
    @WithDefault("false")
    boolean ownChecks();
}
