package io.dragoman.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Hashes keys and PINs under the installation's secret (HMAC-SHA-256), so that the database alone does not give them
 * away.
 */
@ApplicationScoped
public class Pepper {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretsConfig config;
    private final SecretStore secrets;
    private final AtomicReference<@Nullable SecretKeySpec> known = new AtomicReference<>();

    Pepper(SecretsConfig config, SecretStore secrets) {
        this.config = config;
        this.secrets = secrets;
    }

    /** The hex of a text's keyed hash, in a purpose of its own: equal texts of two purposes have nothing in common. */
    public Uni<String> hash(String purpose, String text) {
        SecretKeySpec key = known.get();
        return key != null
                ? Uni.createFrom().item(hash(key, purpose, text))
                : load().map(loaded -> hash(loaded, purpose, text));
    }

    private Uni<SecretKeySpec> load() {
        return config.pepper()
                .map(text -> Uni.createFrom().item(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> secrets.secret("pepper"))
                .map(bytes -> new SecretKeySpec(bytes, ALGORITHM))
                .invoke(known::set);
    }

    private static String hash(SecretKeySpec key, String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", e);
        }
    }
}
