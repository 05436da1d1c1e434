package io.dragoman.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a person was made, changed and last seen at the web interface, and the logins of those who did it. */
public record Audit(
        Instant created,
        String createdBy,
        Instant updated,
        String updatedBy,
        @Nullable Instant lastLogin) {}
