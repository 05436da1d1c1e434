package io.dragoman.account;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A key that all replicas share, read from the {@link SecretStore} when it is first needed. */
public final class SharedKey {

    private final SecretStore secrets;
    private final String name;
    private final AtomicReference<@Nullable KeyedHash> known = new AtomicReference<>();

    public SharedKey(SecretStore secrets, String name) {
        this.secrets = secrets;
        this.name = name;
    }

    /** Fails with UNAVAILABLE while the secret cannot be read. */
    public Uni<KeyedHash> get() {
        KeyedHash key = known.get();
        return key != null
                ? Uni.createFrom().item(key)
                : secrets.secret(name).map(KeyedHash::new).invoke(known::set);
    }
}
