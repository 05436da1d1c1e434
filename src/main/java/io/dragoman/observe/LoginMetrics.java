package io.dragoman.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Counts how checks of passwords and PINs end in one dialect; none of them says whose it was. */
public final class LoginMetrics {

    private final Map<Login, Counter> counters = new EnumMap<>(Login.class);

    public LoginMetrics(MeterRegistry registry, String dialect) {
        for (Login login : Login.values()) {
            counters.put(login, registry.counter("dragoman.logins", "dialect", dialect, "result", Labels.of(login)));
        }
    }

    public void count(Login login) {
        Objects.requireNonNull(counters.get(login)).increment();
    }
}
