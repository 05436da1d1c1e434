package io.dragoman.limit;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * How many replicas count together: each shows itself in Redis at every heartbeat, and is gone when it has not for ten.
 *
 * <p>A number that falls is believed after ten heartbeats, so that a Redis that comes back with nothing, or without the
 * others yet, does not make everybody's part larger when it goes away again at once.
 */
final class Replicas {

    private static final int BEATS = 10;

    private static final Script SHOW = Script.of("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local lifetime = tonumber(ARGV[2])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%d', now - lifetime))
            redis.call('ZADD', KEYS[1], string.format('%d', now), ARGV[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return redis.call('ZCARD', KEYS[1])
            """);

    private final RedisLink link;
    private final String key;
    private final List<String> arguments;
    private volatile int number;
    private volatile int fewerFor;

    Replicas(RedisLink link, String prefix, Duration heartbeat, int assumed) {
        this.link = link;
        this.key = prefix + "replicas";
        this.arguments = List.of(UUID.randomUUID().toString(), Long.toString(heartbeat.toMillis() * BEATS));
        this.number = assumed;
    }

    /** Shows this replica and learns of the others; one call after the other. */
    Uni<Void> show() {
        return link.run(SHOW, key, arguments)
                .invoke(answer -> heard(answer.toInteger()))
                .replaceWithVoid();
    }

    /** The number last known. */
    int number() {
        return number;
    }

    void heard(int shown) {
        int fewer = shown < number ? fewerFor + 1 : 0;
        boolean believed = shown >= number || fewer == BEATS;
        number = believed ? shown : number;
        fewerFor = believed ? 0 : fewer;
    }
}
