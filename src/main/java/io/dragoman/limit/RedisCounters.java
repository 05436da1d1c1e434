package io.dragoman.limit;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.util.List;

/** Counters of all replicas, in Redis: one atomic round trip each, by the clock of Redis; each is kept until its window ends. */
final class RedisCounters implements Counters {

    /** Arguments: limit, calls (below 0 to give back), length of a window in ms, 1 on the clock, end of the calls' window. */
    private static final Script COUNT = Script.of("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local limit, calls, length = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local kept = redis.call('HMGET', KEYS[1], 'used', 'end')
            local used, ends = tonumber(kept[1] or 0), tonumber(kept[2] or 0)
            if ends <= now or ends > now + length then
              used = 0
              ends = ARGV[4] == '1' and (math.floor(now / length) + 1) * length or now + length
            end
            local added = calls <= 0 or used + calls <= limit
            if calls ~= 0 and added and (calls > 0 or ends == tonumber(ARGV[5])) then
              used = math.max(0, used + calls)
              if used == 0 then
                redis.call('DEL', KEYS[1])
              else
                redis.call('HSET', KEYS[1], 'used', string.format('%d', used), 'end', string.format('%d', ends))
                redis.call('PEXPIREAT', KEYS[1], string.format('%d', ends))
              end
            end
            return {added and 1 or 0, used, now, ends}
            """);

    private final RedisLink link;
    private final String prefix;

    RedisCounters(RedisLink link, String prefix) {
        this.link = link;
        this.prefix = prefix + "bucket:";
    }

    @Override
    public Uni<Count> add(Quota quota, int cost) {
        return count(quota, cost, "0").map(answer -> read(answer, quota.limit()));
    }

    @Override
    public Uni<Void> giveBack(Allowance taken, int calls) {
        return count(taken.quota(), -calls, Long.toString(taken.reset().toEpochMilli()))
                .replaceWithVoid();
    }

    private Uni<Response> count(Quota quota, int calls, String windowOfCalls) {
        Window window = quota.window();
        return link.run(
                COUNT,
                prefix + quota.bucket(),
                List.of(
                        Integer.toString(quota.limit()),
                        Integer.toString(calls),
                        Long.toString(window.length().toMillis()),
                        window.onTheClock() ? "1" : "0",
                        windowOfCalls));
    }

    private static Count read(Response answer, int limit) {
        long left = limit - answer.get(1).toLong();
        return new Count(
                answer.get(0).toLong() == 1,
                (int) Math.max(0, left),
                Instant.ofEpochMilli(answer.get(2).toLong()),
                Instant.ofEpochMilli(answer.get(3).toLong()),
                true);
    }
}
