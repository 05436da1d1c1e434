package io.dragoman.account;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hashes keys and PINs under the installation's secret, so that the database alone does not give them away. */
@Singleton
public class Pepper {

    /** The name of the secret where the operator brings none. */
    public static final String SECRET = "pepper";

    private final SecretsConfig config;
    private final SecretStore secrets;
    private final AtomicReference<@Nullable KeyedHash> known = new AtomicReference<>();
    private final AtomicReference<@Nullable KeyedHash> former = new AtomicReference<>();

    Pepper(SecretsConfig config, SecretStore secrets) {
        this.config = config;
        this.secrets = secrets;
    }

    /** As {@link KeyedHash#hex}. Fails with UNAVAILABLE while the secret cannot be read. */
    public Uni<String> hash(String purpose, String text) {
        return key().map(keyed -> keyed.hex(purpose, text));
    }

    /** What hashes; for those who have many texts to hash. Fails with UNAVAILABLE while the secret cannot be read. */
    Uni<KeyedHash> key() {
        return once(known, this::load);
    }

    /**
     * What a look-up finds by the hash of a text, or by the one under the secret that came before while the operator
     * still has it accepted. Fails as {@link #hash} does.
     */
    public <T> Uni<Optional<T>> find(String purpose, String text, Function<String, Uni<Optional<T>>> lookup) {
        KeyedHash keyed = known.get();
        Uni<Optional<T>> now =
                keyed == null ? hash(purpose, text).chain(lookup::apply) : lookup.apply(keyed.hex(purpose, text));
        return hasFormer() ? now.chain(found -> found.isPresent() ? item(found) : before(purpose, text, lookup)) : now;
    }

    private <T> Uni<Optional<T>> before(String purpose, String text, Function<String, Uni<Optional<T>>> lookup) {
        return once(former, this::loadFormer)
                .map(keyed -> keyed.hex(purpose, text))
                .chain(lookup::apply);
    }

    private boolean hasFormer() {
        return config.formerStored() || config.formerPepper().isPresent();
    }

    private Uni<byte[]> load() {
        return config.pepperKey().map(Pepper::item).orElseGet(() -> secrets.secret(SECRET));
    }

    private Uni<byte[]> loadFormer() {
        return config.formerPepperKey().map(Pepper::item).orElseGet(() -> secrets.secret(SECRET));
    }

    private static Uni<KeyedHash> once(AtomicReference<@Nullable KeyedHash> kept, Supplier<Uni<byte[]>> load) {
        KeyedHash keyed = kept.get();
        return keyed != null ? item(keyed) : load.get().map(KeyedHash::new).invoke(kept::set);
    }

    private static <T> Uni<T> item(T value) {
        return Uni.createFrom().item(value);
    }
}
