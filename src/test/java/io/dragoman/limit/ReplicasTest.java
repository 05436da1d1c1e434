package io.dragoman.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplicasTest {

    private final Vertx vertx = Vertx.vertx();
    private final RedisLink link = new RedisLink(vertx, new RedisOptions(), Duration.ofSeconds(1));
    private final Replicas replicas = new Replicas(link, "test:", Duration.ofMillis(500), 2);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void as_many_as_configured_are_assumed_until_redis_has_told() {
        assertThat(replicas.number()).isEqualTo(2);
    }

    @Test
    void a_number_that_rises_is_believed_at_once() {
        replicas.heard(5);

        assertThat(replicas.number()).isEqualTo(5);
    }

    @Test
    void a_number_that_falls_is_believed_after_ten_heartbeats() {
        replicas.heard(5);
        IntStream.range(0, 9).forEach(i -> replicas.heard(1));
        assertThat(replicas.number()).isEqualTo(5);

        replicas.heard(3);

        assertThat(replicas.number()).isEqualTo(3);
    }

    @Test
    void others_that_show_themselves_in_time_were_never_gone() {
        replicas.heard(3);
        IntStream.range(0, 9).forEach(i -> replicas.heard(1));
        replicas.heard(3);

        replicas.heard(1);

        assertThat(replicas.number()).isEqualTo(3);
    }
}
