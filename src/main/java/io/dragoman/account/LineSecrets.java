package io.dragoman.account;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.PinHash;
import io.dragoman.directory.bulk.LineKey;
import io.dragoman.directory.bulk.LinePassword;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hashes the secrets that lines of an import bring, so that no line holds one. */
@ApplicationScoped
public class LineSecrets {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PAUSES = 120;

    private final Pepper pepper;
    private final Passwords passwords;

    LineSecrets(Pepper pepper, Passwords passwords) {
        this.pepper = pepper;
        this.passwords = passwords;
    }

    /** What hashes the secrets of an account's people. Fails with UNAVAILABLE while it cannot be had. */
    public Uni<Hasher> of(AccountId account) {
        return pepper.key().map(key -> new Hasher(key, "pin:" + account.value(), passwords));
    }

    /** Hashes PINs and keys at once, passwords when it is their turn. */
    public static final class Hasher {

        private final KeyedHash key;
        private final String pins;
        private final Passwords passwords;

        private Hasher(KeyedHash key, String pins, Passwords passwords) {
            this.key = key;
            this.pins = pins;
            this.passwords = passwords;
        }

        public PinHash pin(String pin) {
            return new PinHash(key.hex(pins, pin));
        }

        /** A key under which a person is let in. */
        public LineKey key(String system, String text, @Nullable Integer quota, @Nullable Instant expires) {
            return new LineKey(system, key.hex("key", text), SecretText.hint(text), quota, expires);
        }

        public LinePassword password(String plain) {
            return stored -> hashUnlessIs(PasswordText.ofPlain(plain), stored);
        }

        /** A password of which the md5 hex alone is known. */
        public LinePassword md5(String hex) {
            return stored -> hashUnlessIs(PasswordText.ofMd5(hex), stored);
        }

        private Uni<Optional<PasswordHash>> hashUnlessIs(PasswordText password, Optional<PasswordHash> stored) {
            Uni<Boolean> same = stored.map(hash -> passwords.isOf(password, hash))
                    .orElseGet(() -> Uni.createFrom().item(false));
            return same.chain(known -> known
                            ? Uni.createFrom().item(Optional.<PasswordHash>empty())
                            : passwords.hash(password).map(Optional::of))
                    .onFailure(Hasher::isBusy)
                    .retry()
                    .withBackOff(PAUSE, PAUSE)
                    .atMost(PAUSES);
        }

        /** People who log in go first. */
        private static boolean isBusy(Throwable thrown) {
            return thrown instanceof FacadeException known && known.failure().kind() == Kind.UNAVAILABLE;
        }
    }
}
