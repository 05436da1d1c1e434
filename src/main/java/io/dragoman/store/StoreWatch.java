package io.dragoman.store;

import io.dragoman.cache.CacheConfig;
import io.dragoman.cache.Coherence;
import io.dragoman.health.DirectoryState;
import io.dragoman.health.DirectoryWatch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Watches the database: as long as changes are heard it lives; else it is asked, by one question at a time, whose answer
 * is good for a second.
 */
@ApplicationScoped
class StoreWatch implements DirectoryWatch {

    private static final String QUESTION = "select 1";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Pool pool;
    private final Coherence coherence;
    private final long staleIfError;
    private final AtomicReference<@Nullable Probe> last = new AtomicReference<>();
    private volatile long answered = System.nanoTime();
    private volatile boolean reachable;

    StoreWatch(Pool pool, Coherence coherence, CacheConfig config) {
        this.pool = pool;
        this.coherence = coherence;
        staleIfError = config.staleIfError().toNanos();
    }

    /** A question and when it was asked. */
    private record Probe(Uni<Boolean> answer, long asked) {}

    @Override
    public Uni<DirectoryState> state() {
        return Uni.createFrom().deferred(() -> {
            if (isListening()) {
                return Uni.createFrom().item(this::known);
            }
            return probe().answer().map(answer -> known());
        });
    }

    @Override
    public DirectoryState known() {
        long now = System.nanoTime();
        boolean listening = isListening();
        if (listening) {
            saw(true);
        }
        long away = listening || reachable ? 0 : now - answered;
        return new DirectoryState(
                listening || reachable,
                listening,
                Duration.ofNanos(away),
                away <= staleIfError && !coherence.isEmpty());
    }

    private boolean isListening() {
        return coherence.hearing().isListening(System.nanoTime());
    }

    private Probe probe() {
        return last.updateAndGet(known -> known != null && System.nanoTime() - known.asked() < PATIENCE.toNanos()
                ? known
                : new Probe(question(), System.nanoTime()));
    }

    /** Memoized before the time limit, so that a question given up goes on, and its connection is given back. */
    private Uni<Boolean> question() {
        return pool.query(QUESTION)
                .execute()
                .memoize()
                .indefinitely()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(rows -> true)
                .onFailure()
                .recoverWithItem(false)
                .invoke(this::saw)
                .memoize()
                .indefinitely();
    }

    private void saw(boolean answer) {
        reachable = answer;
        if (answer) {
            answered = System.nanoTime();
        }
    }
}
