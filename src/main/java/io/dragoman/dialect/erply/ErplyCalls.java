package io.dragoman.dialect.erply;

import io.dragoman.edge.Exchange;
import io.dragoman.observe.Unknown;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calls there are. */
@ApplicationScoped
class ErplyCalls {

    /** Parameters of every call. */
    private static final Set<String> OF_ALL = Set.of(
            "clientCode",
            "request",
            "requestID",
            "requestName",
            "responseType",
            "sendContentType",
            "sessionKey",
            "version");

    private final Map<String, ErplyCall> byName;

    ErplyCalls(@All List<ErplyCall> calls) {
        byName = calls.stream().collect(Collectors.toUnmodifiableMap(ErplyCall::name, Function.identity()));
    }

    /** The call of a name, null where there is none; what of it is unknown is counted. */
    @Nullable
    ErplyCall named(String name, ErplyParams params, Exchange exchange) {
        ErplyCall call = named(name);
        if (call == null) {
            exchange.unknown(Unknown.CALL, 1);
        } else {
            exchange.unknown(Unknown.PARAMETER, params.beside(OF_ALL, call.reads()));
        }
        return call;
    }

    /** The call of a name, null where there is none. */
    @Nullable
    ErplyCall named(String name) {
        return byName.get(name);
    }
}
