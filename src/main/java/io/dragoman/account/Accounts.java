package io.dragoman.account;

import io.dragoman.directory.CaseFolding;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds whom a credential belongs to; a key is looked up by its keyed hash and never costs a password hash. */
@Singleton
public class Accounts {

    private static final int LONGEST_KEY = 256;

    private static final Failure UNAUTHENTICATED = Failure.of(Kind.UNAUTHENTICATED);

    private final Pepper pepper;
    private final KeyStore keys;
    private final AccountStore accounts;
    private final KeyUses uses;
    private final Clock clock;

    Accounts(Pepper pepper, KeyStore keys, AccountStore accounts, KeyUses uses, Clock clock) {
        this.pepper = pepper;
        this.keys = keys;
        this.accounts = accounts;
        this.uses = uses;
        this.clock = clock;
    }

    /**
     * The principal of a credential in a system. Fails with UNAUTHENTICATED for a missing, unknown, revoked or expired
     * key, one of another system, one sent with another person's e-mail, and one of an inactive person.
     */
    public Uni<Principal> authenticate(String system, @Nullable Credential credential) {
        if (credential == null || credential.key().isEmpty() || credential.key().length() > LONGEST_KEY) {
            return refused();
        }
        return pepper.find("key", credential.key(), hash -> keys.find(system, hash))
                .chain(found -> found.filter(holder -> isGood(holder, credential))
                        .map(holder -> Uni.createFrom().item(principal(holder)))
                        .orElseGet(Accounts::refused));
    }

    /** The account a system knows by a name. */
    public Uni<Optional<Account>> named(String system, String name) {
        return accounts.byName(system, name);
    }

    private Principal principal(KeyHolder holder) {
        uses.note(holder.account().id(), holder.key().id());
        return new Principal(holder.account(), holder.user(), holder.key());
    }

    private boolean isGood(KeyHolder holder, Credential credential) {
        return holder.key().isGood(clock.instant())
                && holder.user().active()
                && (credential.email() == null || isEmailOf(holder, credential.email()));
    }

    private static boolean isEmailOf(KeyHolder holder, String email) {
        return CaseFolding.fold(holder.user().profile().email()).equals(CaseFolding.fold(email));
    }

    private static Uni<Principal> refused() {
        return Uni.createFrom().failure(UNAUTHENTICATED.toException());
    }
}
