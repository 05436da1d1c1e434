package io.dragoman.edge;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Sends a claimed request to its dialect's room, which no address from outside leads to. */
class RoomFilter {

    @ServerRequestFilter(preMatching = true)
    public void route(ContainerRequestContext request, RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        Dialect dialect = exchange.dialect();
        String path = dialect.route(exchange.head());
        if (leavesItsRoom(path)) {
            throw Failure.of(Kind.NO_SUCH_PATH).toException();
        }
        request.setRequestUri(room("/" + dialect.id() + path));
    }

    /** Whether a path has a segment that resolving would remove. */
    private static boolean leavesItsRoom(String path) {
        String plain = path.toLowerCase(Locale.ROOT).replace("%2e", ".") + "/";
        return plain.contains("/./") || plain.contains("/../");
    }

    /** JAX-RS matches what {@link URI#getPath} gives back: the path, still percent-encoded as the room expects it. */
    private static URI room(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            throw Failure.of(Kind.NO_SUCH_PATH).toException(e);
        }
    }
}
