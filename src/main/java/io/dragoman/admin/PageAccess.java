package io.dragoman.admin;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Lets the page on the management port call the API from a browser, where the page is shown at all: from the same host,
 * whatever the port.
 */
@ApplicationScoped
class PageAccess {

    /** Before requests are claimed, as a browser asks for leave without a token. */
    private static final int PRIORITY = 1_100;

    private static final String HEADERS = "Authorization, Content-Type, If-Match, If-None-Match, X-Operator";

    private final AdminConfig config;

    PageAccess(AdminConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, PRIORITY);
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader("Origin");
        if (origin == null || !config.ui() || !isOurs(request.path()) || !isOnHost(origin, request.authority())) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader("Access-Control-Allow-Origin", origin)
                .putHeader("Access-Control-Expose-Headers", "ETag, Location, Retry-After")
                .putHeader("Vary", "Origin");
        if (request.method().equals(HttpMethod.OPTIONS)) {
            response.putHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
                    .putHeader("Access-Control-Allow-Headers", HEADERS)
                    .setStatusCode(204)
                    .end();
        } else {
            context.next();
        }
    }

    private static boolean isOurs(@Nullable String path) {
        return path != null && path.startsWith(AdminDialect.ROOT + "/");
    }

    private static boolean isOnHost(String origin, @Nullable HostAndPort authority) {
        try {
            return authority != null && authority.host().equalsIgnoreCase(new URI(origin).getHost());
        } catch (URISyntaxException noOrigin) {
            return false;
        }
    }
}
