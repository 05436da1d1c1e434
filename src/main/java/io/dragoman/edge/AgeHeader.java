package io.dragoman.edge;

import io.dragoman.freshness.Freshness;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells in {@code Age} how old an answer's data is that was served without asking the directory, whoever answers. */
final class AgeHeader {

    private AgeHeader() {}

    static void on(RoutingContext routing) {
        Context context = Vertx.currentContext();
        routing.addHeadersEndHandler(written -> add(routing, Freshness.noted(context)));
    }

    private static void add(RoutingContext routing, @Nullable Duration age) {
        if (age != null) {
            routing.response().putHeader("Age", Long.toString(age.toSeconds()));
        }
    }
}
