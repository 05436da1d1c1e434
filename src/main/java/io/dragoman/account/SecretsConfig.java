package io.dragoman.account;

import io.smallrye.config.ConfigMapping;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Secrets the operator may bring himself. */
@ConfigMapping(prefix = "dragoman.secrets")
public interface SecretsConfig {

    /** Key of the keyed hashes of API keys and PINs; unset, one is made and kept in the database. */
    Optional<String> pepper();

    /** The same as the key's bytes. */
    default Optional<byte[]> pepperKey() {
        return pepper().map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
