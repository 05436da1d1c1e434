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
        KeyedHash keyed = known.get();
        return keyed != null
                ? Uni.createFrom().item(keyed.hex(purpose, text))
                : load().map(loaded -> loaded.hex(purpose, text));
    }

    private Uni<KeyedHash> load() {
        return config.pepperKey()
                .map(key -> Uni.createFrom().item(key))
                .orElseGet(() -> secrets.secret(SECRET))
                .map(KeyedHash::new)
                .invoke(known::set);
    }
}
