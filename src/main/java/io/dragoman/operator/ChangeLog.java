package io.dragoman.operator;

import io.dragoman.directory.AccountId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Where changes are written down. Fails with UNAVAILABLE. */
public interface ChangeLog {

    /** Changes, the latest first, from before one of them on. */
    Uni<Slice<Change>> list(AccountId account, ChangeFilter filter, @Nullable Long before, int limit);
}
