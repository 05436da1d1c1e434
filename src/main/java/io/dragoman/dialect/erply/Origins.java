package io.dragoman.dialect.erply;

import io.dragoman.edge.Exchange;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells where requests come from and how they reached the facade. */
@ApplicationScoped
class Origins {

    private final ErplyConfig config;

    Origins(ErplyConfig config) {
        this.config = config;
    }

    Origin of(RoutingContext context) {
        String address = Exchange.of(context).head().remoteAddress();
        return new Origin(address, config.publicUrl().orElseGet(() -> asReached(context)));
    }

    private static String asReached(RoutingContext context) {
        String host = context.request().getHeader("Host");
        return context.request().scheme() + "://" + (host == null || host.isEmpty() ? "localhost" : host) + "/";
    }
}
