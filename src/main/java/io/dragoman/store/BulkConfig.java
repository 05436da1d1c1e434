package io.dragoman.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** What the database may use for an import. */
@ConfigMapping(prefix = "dragoman.import")
interface BulkConfig {

    /** Kilobytes of entries that wait for their place in the index of texts while people are imported. */
    @WithName("pending-entries")
    @WithDefault("16384")
    int pendingEntries();
}
