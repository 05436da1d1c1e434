package io.dragoman.operator;

import io.dragoman.account.Pepper;
import io.dragoman.account.SecretText;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.UserId;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes and rotates API keys; the text of one is known while it is made and never again. */
@ApplicationScoped
public class Keys {

    private final KeyRegister keys;
    private final Pepper pepper;
    private final Clock clock;

    Keys(KeyRegister keys, Pepper pepper, Clock clock) {
        this.keys = keys;
        this.pepper = pepper;
        this.clock = clock;
    }

    /** A key and its text, to be shown once; never in a log. */
    public record Made(Key key, String secret) {

        @Override
        public String toString() {
            return "Made[" + key.id() + "]";
        }
    }

    /**
     * Makes a key of a text, of a random one where none is given. Fails with INVALID for a text that no client can have
     * sent, and as {@link KeyRegister}.
     */
    public Uni<Made> create(
            AccountId account,
            UserId person,
            String system,
            @Nullable String text,
            @Nullable Integer quota,
            @Nullable Instant expires,
            Operator by) {
        String secret = text == null ? SecretText.random() : SecretText.checked(text);
        return pepper.hash("key", secret)
                .map(hash -> new NewKey(person, system, hash, SecretText.hint(secret), quota, expires))
                .chain(key -> keys.create(account, key, by))
                .map(key -> new Made(key, secret));
    }

    /**
     * Makes a key in place of another; the other goes on for a time, but no longer than it would have. CONFLICT where it
     * is no longer good itself.
     */
    public Uni<Made> rotate(AccountId account, Key former, Duration overlap, @Nullable Instant expires, Operator by) {
        Instant now = clock.instant();
        if (former.state(now) != Key.State.ACTIVE) {
            return Uni.createFrom()
                    .failure(Failure.of(Kind.CONFLICT, "the key is expired or revoked")
                            .toException());
        }
        String secret = SecretText.random();
        Instant end = now.plus(overlap);
        Instant sooner = former.expires() != null && former.expires().isBefore(end) ? former.expires() : end;
        return pepper.hash("key", secret)
                .map(hash -> new NewKey(
                        former.person(), former.system(), hash, SecretText.hint(secret), former.quota(), expires))
                .chain(key -> keys.rotate(account, former, sooner, key, by))
                .map(key -> new Made(key, secret));
    }
}
