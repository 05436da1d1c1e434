package io.dragoman.operator;

import io.dragoman.account.Apps;
import io.dragoman.account.SecretText;
import io.dragoman.directory.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Registers applications; the secret of one is known while it is registered and never again. */
@ApplicationScoped
public class NewApps {

    private final AppRegister register;
    private final Apps apps;
    private final Clock clock;

    NewApps(AppRegister register, Apps apps, Clock clock) {
        this.register = register;
        this.apps = apps;
        this.clock = clock;
    }

    /** An application and its secret, to be shown once; never in a log. */
    public record Made(RegisteredApp app, String secret) {

        @Override
        public String toString() {
            return "Made[" + app.id() + "]";
        }
    }

    /** Registers one under a secret, a random one where none is given. Fails with INVALID, and as {@link AppRegister}. */
    public Uni<Made> register(
            AccountId account, String system, String id, @Nullable String text, @Nullable Integer quota, Operator by) {
        String secret = text == null ? SecretText.random() : SecretText.checked(text);
        RegisteredApp app = new RegisteredApp(system, id, quota, clock.instant());
        return apps.hash(secret)
                .chain(hash -> register.create(account, app, hash, by))
                .replaceWith(new Made(app, secret));
    }
}
