package io.dragoman.account;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Finds registered applications; of a secret only its keyed hash is kept. */
@Singleton
public class Apps {

    private static final String PURPOSE = "app";
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
        return pepper.find(PURPOSE, shown.secret(), hash -> find(account, system, shown.id(), hash));
    }

    private Uni<Optional<App>> find(Account account, String system, String id, String hash) {
        return apps.find(account.id(), system, id).map(found -> found.filter(app -> isSame(app.secretHash(), hash)));
    }

    /** The form in which an application's secret is kept. */
    public Uni<String> hash(String secret) {
        return pepper.hash(PURPOSE, secret);
    }

    private static boolean isSame(String kept, String shown) {
        return MessageDigest.isEqual(
                kept.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.US_ASCII));
    }
}
