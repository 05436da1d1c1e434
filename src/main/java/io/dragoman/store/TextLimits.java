package io.dragoman.store;

import io.dragoman.directory.Limits;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands the directory its limits, which it may not read from configuration itself. */
final class TextLimits {

    private TextLimits() {}

    @Produces
    @Singleton
    static Limits limits(TextConfig config) {
        return new Limits(config.maxLength(), config.maxEmail(), config.maxCustomField());
    }
}
