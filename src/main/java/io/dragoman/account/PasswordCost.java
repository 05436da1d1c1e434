package io.dragoman.account;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands out Argon2 at the configured cost. */
final class PasswordCost {

    private PasswordCost() {}

    @Produces
    @Singleton
    static Argon2 configured(PasswordsConfig config) {
        return new Argon2(config.memoryKib(), config.iterations(), config.parallelism());
    }
}
