package io.dragoman.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dragoman.directory.AccountId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Notes when keys are used, so that an operator sees which are.
 *
 * <p>Never on a request's way: uses are collected, one a key and while, and written together now and then; those that
 * cannot be written are dropped, as are those of a process that ends.
 */
@Singleton
public class KeyUses {

    private static final Logger LOG = Logger.getLogger(KeyUses.class);

    /** A key of an account. */
    public record KeyId(AccountId account, UUID key) {}

    private final KeyUseStore store;
    private final AccountsConfig.KeyUse config;
    private final Clock clock;
    private final Cache<KeyId, Boolean> noted;
    private final Map<KeyId, Instant> waiting = new ConcurrentHashMap<>();
    private volatile Cancellable writing = () -> {};

    KeyUses(KeyUseStore store, AccountsConfig config, Clock clock) {
        this.store = store;
        this.config = config.keyUse();
        this.clock = clock;
        this.noted = Caffeine.newBuilder()
                .expireAfterWrite(this.config.throttle())
                .maximumSize(this.config.most())
                .executor(Runnable::run)
                .build();
    }

    /** Notes that a key has let somebody in; waits for nothing. */
    void note(AccountId account, UUID key) {
        KeyId id = new KeyId(account, key);
        if (noted.getIfPresent(id) == null && waiting.size() < config.most()) {
            noted.put(id, true);
            waiting.put(id, clock.instant());
        }
    }

    // Nobody waits for what happens on a clock, so the subscription is made here.
    void start(@Observes StartupEvent event) {
        writing = Multi.createFrom()
                .ticks()
                .every(config.write())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> write())
                .subscribe()
                .with(done -> {}, failure -> LOG.error("Uses of keys are not written any more", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        writing.cancel();
    }

    private Uni<Void> write() {
        Map<KeyId, Instant> batch = take();
        return batch.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.used(batch)
                        .onFailure()
                        .invoke(failure -> LOG.debug("Uses of keys are lost", failure))
                        .onFailure()
                        .recoverWithNull();
    }

    private Map<KeyId, Instant> take() {
        Map<KeyId, Instant> batch = new ConcurrentHashMap<>();
        List<KeyId> keys = new ArrayList<>(waiting.keySet());
        for (KeyId key : keys) {
            Instant at = waiting.remove(key);
            if (at != null) {
                batch.put(key, at);
            }
        }
        return batch;
    }
}
