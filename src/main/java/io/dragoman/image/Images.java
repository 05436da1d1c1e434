package io.dragoman.image;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Square PNGs of people, kept once made; who asks for one in the making waits for that.
 *
 * <p>Failures: INVALID for an original that is no picture or has too many pixels, UNAVAILABLE where too many wait.
 */
@ApplicationScoped
public class Images {

    /** What was made and how large; the original's key tells one stored picture from any other. */
    private record Key(Object original, int size) {}

    private final Workers workers;
    private final long maxPixels;
    private final long maxBytes;
    private final Cache<Key, byte[]> finished;
    private final Map<Key, Uni<byte[]>> underWay = new ConcurrentHashMap<>();

    Images(Workers workers, ImageConfig config) {
        this.workers = workers;
        this.maxPixels = config.maxPixels();
        this.maxBytes = config.maxBytes().asLongValue();
        this.finished = Caffeine.newBuilder()
                .maximumWeight(config.cache().asLongValue())
                .weigher((Key key, byte[] png) -> png.length)
                .executor(Runnable::run)
                .build();
    }

    /**
     * The square from the middle of a picture.
     *
     * @param key equal for equal pictures alone
     * @param original asked once there is a worker free, unless the result is known
     */
    public Uni<byte[]> square(Object key, int size, Supplier<Uni<byte[]>> original) {
        return kept(
                new Key(key, size), () -> original.get().chain(picture -> workers.compute(() -> cut(picture, size))));
    }

    /** A picture with somebody's initials; people with one seed have one colour. */
    public Uni<byte[]> placeholder(String firstName, String lastName, int seed, int size) {
        Placeholder placeholder = Placeholder.of(firstName, lastName, seed);
        return kept(new Key(placeholder, size), () -> workers.compute(() -> Png.of(placeholder.draw(size))));
    }

    /** What an uploaded picture is. Fails with INVALID also for one that is too large to keep. */
    public Uni<Picture> inspect(byte[] picture) {
        if (picture.length > maxBytes) {
            return Uni.createFrom()
                    .failure(Failure.ofField(Kind.INVALID, "picture", "larger than " + maxBytes + " bytes")
                            .toException());
        }
        return workers.run(() -> Source.inspect(picture, maxPixels));
    }

    private byte[] cut(byte[] picture, int size) {
        return Png.of(Scaler.scaled(Source.square(picture, size, maxPixels), size));
    }

    private Uni<byte[]> kept(Key key, Supplier<Uni<byte[]>> making) {
        byte[] known = finished.getIfPresent(key);
        return known != null
                ? Uni.createFrom().item(known)
                : Uni.createFrom().deferred(() -> underWay.computeIfAbsent(key, k -> make(k, making)));
    }

    /** Memoized, so that it is made once for all who wait, though one of them goes away. */
    private Uni<byte[]> make(Key key, Supplier<Uni<byte[]>> making) {
        return workers.inTurn(making)
                .invoke(png -> finished.put(key, png))
                .onTermination()
                .invoke(() -> underWay.remove(key))
                .memoize()
                .indefinitely();
    }
}
