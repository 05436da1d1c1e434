package io.dragoman.limit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Chooses where calls are counted: in Redis where one is configured, else in this process; tells metrics which it is. */
@ApplicationScoped
class ChosenCounters {

    private static final Logger LOG = Logger.getLogger(ChosenCounters.class);

    private final LimitConfig config;
    private final LocalCounters own;
    private final Optional<SharedCounters> shared;
    private volatile Cancellable beating = () -> {};

    ChosenCounters(
            Clock clock,
            LimitConfig config,
            // Asked for so that Quarkus reads its settings.
            InjectableInstance<Redis> redis,
            RedisSettings settings,
            Vertx vertx,
            MeterRegistry meters) {
        this.config = config;
        own = new LocalCounters(clock, config.maxCounters());
        shared = settings.options().map(options -> sharedThrough(vertx, options));
        register(meters);
    }

    @Produces
    @Singleton
    Counters counters() {
        return shared.<Counters>map(counters -> counters).orElse(own);
    }

    // Nobody waits for what happens on a clock, so the subscription is made here.
    void start(@Observes StartupEvent event) {
        shared.ifPresent(counters -> beating = Multi.createFrom()
                .ticks()
                .every(config.redis().heartbeat())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> counters.beat())
                .subscribe()
                .with(done -> {}, failure -> LOG.error("Nobody looks for Redis any more", failure)));
    }

    void stop(@Observes ShutdownEvent event) {
        beating.cancel();
    }

    private SharedCounters sharedThrough(Vertx vertx, RedisOptions options) {
        LimitConfig.Redis settings = config.redis();
        RedisLink link = new RedisLink(vertx, options, settings.timeout());
        return new SharedCounters(
                own,
                new RedisCounters(link, settings.prefix()),
                link,
                new Replicas(link, settings.prefix(), settings.heartbeat(), settings.replicas()));
    }

    private void register(MeterRegistry meters) {
        Gauge.builder("dragoman.limit.counters", own, LocalCounters::size)
                .description("Buckets counted in this process")
                .register(meters);
        Gauge.builder("dragoman.limit.shared", shared, ChosenCounters::isShared)
                .description("1 while calls are counted in Redis, 0 while this process counts alone")
                .register(meters);
        Gauge.builder("dragoman.limit.degraded", shared, ChosenCounters::isAway)
                .description("1 while Redis is configured and does not answer")
                .register(meters);
        FunctionCounter.builder("dragoman.limit.fallbacks", shared, ChosenCounters::fallbacks)
                .description("Calls counted in this process as Redis did not answer")
                .register(meters);
    }

    private static double isShared(Optional<SharedCounters> counters) {
        return counters.filter(SharedCounters::isShared).isPresent() ? 1 : 0;
    }

    private static double isAway(Optional<SharedCounters> counters) {
        return counters.filter(SharedCounters::isAway).isPresent() ? 1 : 0;
    }

    private static double fallbacks(Optional<SharedCounters> counters) {
        return counters.map(SharedCounters::fallbacks).orElse(0L);
    }
}
