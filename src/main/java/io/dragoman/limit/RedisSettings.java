package io.dragoman.limit;

import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.vertx.redis.client.RedisOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What {@code quarkus.redis.*} says, for a client that chooses its event loop; nothing where no server is configured. */
@ApplicationScoped
class RedisSettings implements RedisOptionsCustomizer {

    private final AtomicReference<@Nullable RedisOptions> read = new AtomicReference<>();

    @Override
    public void customize(String clientName, RedisOptions options) {
        read.set(new RedisOptions(options));
    }

    Optional<RedisOptions> options() {
        return Optional.ofNullable(read.get());
    }
}
