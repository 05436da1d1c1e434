package io.dragoman.cache;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.UserId;
import java.util.UUID;

/** What a remembered value stands and falls with. */
public final class Dependence {

    private static final Dependence ON_STRANGERS = new Dependence(Slots.strangers());

    private final int[] things;

    private Dependence(int... things) {
        this.things = things;
    }

    /** On whatever is changed in an account: lists, totals, and that somebody does not exist. */
    public static Dependence onAnythingOf(AccountId account) {
        return new Dependence(Slots.content(account));
    }

    /** On what is changed in an account beyond single people. */
    public static Dependence onContentOf(AccountId account) {
        return new Dependence(Slots.account(account));
    }

    public static Dependence onPerson(AccountId account, UserId person) {
        return new Dependence(Slots.account(account), Slots.thing(account, person.value()));
    }

    public static Dependence onKey(AccountId account, UserId person, UUID key) {
        return new Dependence(Slots.account(account), Slots.thing(account, person.value()), Slots.thing(account, key));
    }

    /** On new keys and on what accounts are called: that a key or name is nobody's, or whose a name is. */
    public static Dependence onStrangers() {
        return ON_STRANGERS;
    }

    boolean isUnchanged(Epochs epochs, long since) {
        return epochs.isUnchanged(things, since);
    }

    boolean isUnsuspected(Epochs epochs, long since) {
        return epochs.isUnsuspected(things, since);
    }
}
