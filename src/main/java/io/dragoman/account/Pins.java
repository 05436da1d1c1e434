package io.dragoman.account;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.PinHash;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/** Hashes PINs: equal ones of an account are equal, so that a person is found by his. */
@ApplicationScoped
public class Pins {

    private final Pepper pepper;

    Pins(Pepper pepper) {
        this.pepper = pepper;
    }

    /** The hash a PIN is kept by in an account. */
    public Uni<PinHash> hash(AccountId account, String pin) {
        return pepper.hash(purpose(account), pin).map(PinHash::new);
    }

    /** What a look-up finds by the hash of a PIN. */
    public <T> Uni<Optional<T>> find(AccountId account, String pin, Function<PinHash, Uni<Optional<T>>> lookup) {
        return pepper.find(purpose(account), pin, hash -> lookup.apply(new PinHash(hash)));
    }

    private static String purpose(AccountId account) {
        return "pin:" + account.value();
    }
}
