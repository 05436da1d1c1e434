package io.dragoman.account;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.PinHash;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Hashes PINs: equal ones of an account are equal, so that a person is found by his. */
@ApplicationScoped
public class Pins {

    private final Pepper pepper;

    Pins(Pepper pepper) {
        this.pepper = pepper;
    }

    /** The hash a PIN is kept and found by in an account. */
    public Uni<PinHash> hash(AccountId account, String pin) {
        return pepper.hash("pin:" + account.value(), pin).map(PinHash::new);
    }
}
