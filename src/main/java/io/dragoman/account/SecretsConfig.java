package io.dragoman.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Secrets the operator may bring himself. */
@ConfigMapping(prefix = "dragoman.secrets")
public interface SecretsConfig {

    /** Key of the keyed hashes of API keys and PINs; unset, one is made and kept in the database. */
    Optional<String> pepper();

    /** The pepper before this one, under which keys and PINs are still found: for the time of a rotation. */
    Optional<String> formerPepper();

    /** Whether the pepper before this one is the one kept in the database. */
    @WithDefault("false")
    boolean formerStored();

    /** The pepper as the key's bytes. */
    default Optional<byte[]> pepperKey() {
        return pepper().map(SecretsConfig::bytes);
    }

    /** The former pepper as the key's bytes, if it is not the stored one. */
    default Optional<byte[]> formerPepperKey() {
        return formerPepper().map(SecretsConfig::bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
