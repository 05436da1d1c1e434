package io.dragoman.account;

import io.smallrye.mutiny.Uni;

/** Where the secrets are kept that all replicas share. */
public interface SecretStore {

    /** The secret of a name, 32 random bytes made and kept at the first question. Fails with UNAVAILABLE. */
    Uni<byte[]> secret(String name);
}
