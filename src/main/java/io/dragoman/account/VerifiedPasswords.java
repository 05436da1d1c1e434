package io.dragoman.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dragoman.directory.PasswordHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;

/**
 * Remembers for a while which passwords were right, so that a client that logs in again and again pays for one hash.
 *
 * <p>Holds keyed hashes under a key that never leaves the process, over the stored hash and the password: a changed
 * password misses by itself, and a wrong one is never held.
 */
@ApplicationScoped
class VerifiedPasswords {

    private static final int KEY_BYTES = 32;

    private final KeyedHash keyedHash = new KeyedHash(randomKey());
    private final Cache<String, Boolean> verified;

    @Inject
    VerifiedPasswords(PasswordsConfig config) {
        this(config, Ticker.systemTicker());
    }

    VerifiedPasswords(PasswordsConfig config, Ticker ticker) {
        verified = Caffeine.newBuilder()
                .maximumSize(config.remembered())
                .expireAfterAccess(config.rememberFor())
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** Whether this password was right for this hash a while ago; if so, its time begins anew. */
    boolean knows(PasswordHash stored, PasswordText password) {
        return verified.getIfPresent(entry(stored, password)) != null;
    }

    void remember(PasswordHash stored, PasswordText password) {
        verified.put(entry(stored, password), true);
    }

    private String entry(PasswordHash stored, PasswordText password) {
        return keyedHash.hex(stored.encoded(), password.md5());
    }

    private static byte[] randomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
