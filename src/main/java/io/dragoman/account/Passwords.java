package io.dragoman.account;

import io.dragoman.directory.PasswordHash;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Hashes and verifies passwords off the event loop; answers come on the caller's context.
 *
 * <p>Everything here fails with UNAVAILABLE, to be tried again in a second, while too many hashes wait.
 */
@ApplicationScoped
public class Passwords {

    private final Argon2 argon2;
    private final HashingPool pool;
    private final VerifiedPasswords verified;
    private final PasswordHash nobodys;

    Passwords(Argon2 argon2, HashingPool pool, VerifiedPasswords verified) {
        this.argon2 = argon2;
        this.pool = pool;
        this.verified = verified;
        this.nobodys = argon2.unmatchable();
    }

    /** The hash to keep of a password. */
    public Uni<PasswordHash> hash(String plain) {
        return hash(PasswordText.ofPlain(plain));
    }

    /** The hash to keep of a password that arrived as its md5 hex; a text that is none is kept like one. */
    public Uni<PasswordHash> hashMd5(String md5Hex) {
        return hash(PasswordText.ofMd5(md5Hex));
    }

    /** Whether a password is the stored one; without a stored one false, at the same cost. */
    public Uni<Boolean> verify(String plain, Optional<PasswordHash> stored) {
        PasswordText password = PasswordText.ofPlain(plain);
        return stored.map(hash -> verify(password, hash))
                .orElseGet(() -> compare(password, nobodys).replaceWith(false));
    }

    /** Whether a stored hash is that of a password, which is not remembered for it: nobody has logged in by it. */
    Uni<Boolean> isOf(PasswordText password, PasswordHash stored) {
        return compare(password, stored);
    }

    Uni<PasswordHash> hash(PasswordText password) {
        return pool.compute(() -> argon2.hash(password));
    }

    private Uni<Boolean> verify(PasswordText password, PasswordHash stored) {
        return verified.knows(stored, password)
                ? Uni.createFrom().item(true)
                : compare(password, stored).invoke(right -> rememberIf(right, password, stored));
    }

    private Uni<Boolean> compare(PasswordText password, PasswordHash stored) {
        return pool.compute(() -> Argon2.matches(stored, password));
    }

    private void rememberIf(boolean right, PasswordText password, PasswordHash stored) {
        if (right) {
            verified.remember(stored, password);
        }
    }
}
