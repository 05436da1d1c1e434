package io.dragoman.edge;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Puts whatever a resource throws into the caller's dialect. */
class FailureMapper {

    @ServerExceptionMapper
    public Response map(Throwable thrown, RoutingContext context) {
        return answer(thrown, context);
    }

    /** Named, as Quarkus's own mapper for it would otherwise stand before the one for all. */
    @ServerExceptionMapper
    public Response map(WebApplicationException thrown, RoutingContext context) {
        return answer(thrown, context);
    }

    private static Response answer(Throwable thrown, RoutingContext context) {
        return Exchange.of(context).render(Failures.of(thrown)).toResponse();
    }
}
