package io.dragoman.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Hashes keys and PINs under the installation's secret, so that the database alone does not give them away. */
@ApplicationScoped
public class Pepper {

    /** The name of the secret where the operator brings none. */
    public static final String SECRET = "pepper";

    private final SecretsConfig config;
    private final SecretStore secrets;
    private final AtomicReference<@Nullable KeyedHash> known = new AtomicReference<>();

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
        KeyedHash keyed = known.get();
        return keyed != null ? Uni.createFrom().item(keyed) : load();
    }

    private Uni<KeyedHash> load() {
        return config.pepperKey()
                .map(key -> Uni.createFrom().item(key))
                .orElseGet(() -> secrets.secret(SECRET))
                .map(KeyedHash::new)
                .invoke(known::set);
    }
}
