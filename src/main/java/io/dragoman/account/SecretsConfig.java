package io.dragoman.account;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Secrets the operator may bring himself. */
@ConfigMapping(prefix = "dragoman.secrets")
interface SecretsConfig {

    /** Key of the keyed hashes of API keys and PINs; unset, one is made and kept in the database. */
    Optional<String> pepper();
}
