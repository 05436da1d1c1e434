package io.dragoman.freshness;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The age of the oldest data that a request was served though it could not be asked for anew. */
public final class Freshness {

    private static final String KEY = Freshness.class.getName();

    private Freshness() {}

    /** Notes the age of data in a request's context; nothing outside of one. */
    public static void note(@Nullable Context context, Duration age) {
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            Duration known = context.getLocal(KEY);
            if (known == null || known.compareTo(age) < 0) {
                context.putLocal(KEY, age);
            }
        }
    }

    /** The greatest age noted in a request's context, null where all was fresh. */
    public static @Nullable Duration noted(@Nullable Context context) {
        return context != null && VertxContext.isDuplicatedContext(context) ? context.getLocal(KEY) : null;
    }
}
