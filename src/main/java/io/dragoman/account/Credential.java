package io.dragoman.account;

import org.jspecify.annotations.Nullable;

/**
 * What a caller proves himself with: an API key, and the e-mail address it was sent with where the dialect asks for one.
 *
 * @param key as it was sent; never shown
 */
public record Credential(String key, @Nullable String email) {

    public static Credential ofKey(String key) {
        return new Credential(key, null);
    }

    @Override
    public String toString() {
        return "Credential[…]";
    }
}
