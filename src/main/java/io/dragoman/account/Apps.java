package io.dragoman.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Finds registered applications; of a secret only its keyed hash is kept. */
@ApplicationScoped
public class Apps {

    private static final int LONGEST = 256;

    private final Pepper pepper;
    private final AppStore apps;

    Apps(Pepper pepper, AppStore apps) {
        this.pepper = pepper;
        this.apps = apps;
    }

    /** The application of an account's system whose id and secret were shown; empty where either is wrong. */
    public Uni<Optional<App>> find(Account account, String system, AppCredential shown) {
        if (shown.id().length() > LONGEST
                || shown.secret().length() > LONGEST
                || shown.id().indexOf('\0') >= 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        return hash(shown.secret())
                .chain(hash -> apps.find(account.id(), system, shown.id())
                        .map(found -> found.filter(app -> isSame(app.secretHash(), hash))));
    }

    /** The form in which an application's secret is kept. */
    public Uni<String> hash(String secret) {
        return pepper.hash("app", secret);
    }

    private static boolean isSame(String kept, String shown) {
        return MessageDigest.isEqual(
                kept.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.US_ASCII));
    }
}
