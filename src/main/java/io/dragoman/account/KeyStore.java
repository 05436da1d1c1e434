package io.dragoman.account;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where API keys are kept, by the keyed hash of their text. Fails with UNAVAILABLE. */
public interface KeyStore {

    Uni<Optional<KeyHolder>> find(String system, String hash);
}
