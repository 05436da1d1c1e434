package io.dragoman.edge;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes of all bodies together that may be in memory at once. */
@Startup
@ApplicationScoped
class BodyBudget {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final HttpConfig config;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(HttpConfig config, MeterRegistry registry) {
        this.config = config;
        Gauge.builder("dragoman.http.bodies.bytes", taken, AtomicLong::get).register(registry);
    }

    /** The share of one body, empty at first. */
    Share share() {
        return new Share();
    }

    /** What one body takes; given back once, whatever becomes of the request. */
    final class Share {

        private long bytes;
        private boolean returned;

        /** Takes more, as it arrives: what was only announced costs nothing. Throws UNAVAILABLE. */
        synchronized void take(int more) {
            if (returned) {
                return;
            }
            if (taken.addAndGet(more) > config.maxBodies().asLongValue()) {
                taken.addAndGet(-more);
                throw Failure.retryable(Kind.UNAVAILABLE, "bodies", SOON).toException();
            }
            bytes += more;
        }

        synchronized void giveBack() {
            taken.addAndGet(-bytes);
            bytes = 0;
            returned = true;
        }
    }
}
