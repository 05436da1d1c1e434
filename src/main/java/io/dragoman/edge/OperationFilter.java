package io.dragoman.edge;

import io.dragoman.observe.DialectMetrics;
import io.dragoman.observe.Unknown;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Tells an exchange which operation it is once a resource's method has been found for it. */
class OperationFilter {

    private record Known(String name, Set<String> reads) {

        static final Known NONE = new Known(DialectMetrics.OTHER, Set.of());

        static Known of(Method method) {
            @Nullable Operation operation = method.getAnnotation(Operation.class);
            return operation == null ? NONE : new Known(operation.value(), Set.of(operation.reads()));
        }
    }

    private final Map<Method, Known> byMethod = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void name(ResourceInfo resource, RoutingContext context) {
        Known known = byMethod.computeIfAbsent(resource.getResourceMethod(), Known::of);
        Exchange exchange = Exchange.of(context);
        exchange.operation(known.name());
        if (!exchange.head().query().all().isEmpty()) {
            exchange.unknown(Unknown.PARAMETER, unread(exchange, known));
        }
    }

    private static int unread(Exchange exchange, Known known) {
        Set<String> common = exchange.dialect().parameters();
        int unread = 0;
        for (Params.Param param : exchange.head().query().all()) {
            String name = param.bareName();
            if (!known.reads().contains(name) && !common.contains(name)) {
                unread++;
            }
        }
        return unread;
    }
}
