package io.dragoman.cache;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import org.jspecify.annotations.Nullable;

/** When the oldest value was read that a request was served: what is made of values is as old as the oldest of them. */
final class Readings {

    private static final String KEY = Readings.class.getName();

    private Readings() {}

    static void note(@Nullable Context context, long read) {
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            Long known = context.getLocal(KEY);
            if (known == null || read - known < 0) {
                context.putLocal(KEY, read);
            }
        }
    }

    /** The oldest noted in a request's context, or a later moment where none is. */
    static long oldest(@Nullable Context context, long otherwise) {
        Long known = context != null && VertxContext.isDuplicatedContext(context) ? context.getLocal(KEY) : null;
        return known == null || otherwise - known < 0 ? otherwise : known;
    }
}
