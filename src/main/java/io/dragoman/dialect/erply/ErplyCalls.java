package io.dragoman.dialect.erply;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calls there are. */
@ApplicationScoped
class ErplyCalls {

    private final Map<String, ErplyCall> byName;

    ErplyCalls(@All List<ErplyCall> calls) {
        byName = calls.stream().collect(Collectors.toUnmodifiableMap(ErplyCall::name, Function.identity()));
    }

    /** The call of a name, null where there is none. */
    @Nullable
    ErplyCall named(String name) {
        return byName.get(name);
    }
}
