package io.dragoman.edge;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that are being answered, up to a limit. */
@Singleton
class RequestsUnderWay {

    private final HttpConfig config;
    private final AtomicInteger count = new AtomicInteger();

    RequestsUnderWay(HttpConfig config) {
        this.config = config;
    }

    /** Whether one more may begin; it counts until it is answered or its connection is gone. */
    boolean admit(RoutingContext context) {
        if (count.incrementAndGet() > config.maxRequests()) {
            count.decrementAndGet();
            return false;
        }
        context.addEndHandler(ended -> count.decrementAndGet());
        return true;
    }
}
