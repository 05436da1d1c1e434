package io.dragoman.edge;

import io.dragoman.observe.DialectMetrics;
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

    /** What is known of a method; without the parameters it reads none is counted as unknown. */
    private record Known(String name, @Nullable Set<String> reads) {

        static final Known NONE = new Known(DialectMetrics.OTHER, Set.of());

        static Known of(Method method) {
            @Nullable Operation operation = method.getAnnotation(Operation.class);
            return operation == null ? described(method) : new Known(operation.value(), Set.of(operation.reads()));
        }

        /** What is described for OpenAPI has a name there, and refuses parameters it does not know itself. */
        private static Known described(Method method) {
            org.eclipse.microprofile.openapi.annotations.@Nullable Operation description =
                    method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
            return description == null ? NONE : new Known(description.operationId(), null);
        }
    }

    private final Map<Method, Known> byMethod = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void name(ResourceInfo resource, RoutingContext context) {
        Known known = byMethod.computeIfAbsent(resource.getResourceMethod(), Known::of);
        Exchange exchange = Exchange.of(context);
        exchange.operation(known.name());
        Set<String> reads = known.reads();
        if (reads != null && !exchange.head().query().all().isEmpty()) {
            exchange.unread(unread(exchange, reads));
        }
    }

    private static int unread(Exchange exchange, Set<String> reads) {
        Set<String> common = exchange.dialect().parameters();
        int unread = 0;
        for (Params.Param param : exchange.head().query().all()) {
            String name = param.bareName();
            if (!reads.contains(name) && !common.contains(name)) {
                unread++;
            }
        }
        return unread;
    }
}
