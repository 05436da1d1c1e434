package io.dragoman.cache;

import io.dragoman.directory.AccountId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The moment of the last event of each thing, in a memory of fixed size.
 *
 * <p>To drop all that depends on a thing is to write a number, however much that is. Things that share a slot are dropped
 * together, which costs a statement and is never wrong; accounts share none while there are no more than slots.
 */
final class Slots {

    private static final int ACCOUNTS = 1 << 14;
    private static final int THING_BITS = 16;

    private static final int STRANGERS = 0;
    private static final int OF_ACCOUNT = 1;
    private static final int OF_CONTENT = OF_ACCOUNT + ACCOUNTS;
    private static final int OF_THING = OF_CONTENT + ACCOUNTS;
    private static final int COUNT = OF_THING + (1 << THING_BITS);

    /** Spreads the bits of a hash, as keys made one after the other differ in few. */
    private static final int SPREAD = 0x9E3779B9;

    private final AtomicLong latest = new AtomicLong();
    private final AtomicLongArray moments = new AtomicLongArray(COUNT);

    /** What belongs to no account yet: keys and names that were found to be nobody's. */
    static int strangers() {
        return STRANGERS;
    }

    /** All of an account. */
    static int account(AccountId account) {
        return OF_ACCOUNT + (account.value() & (ACCOUNTS - 1));
    }

    /** Anything of an account, be it one person. */
    static int content(AccountId account) {
        return OF_CONTENT + (account.value() & (ACCOUNTS - 1));
    }

    /** A person or key. */
    static int thing(AccountId account, UUID id) {
        int hash = (31 * account.value() + id.hashCode()) * SPREAD;
        return OF_THING + (hash >>> (Integer.SIZE - THING_BITS));
    }

    void mark(Change change, long moment) {
        AccountId account = change.account();
        switch (change.subject()) {
            case NEW -> mark(moment, content(account));
            case PERSON -> mark(moment, thing(account, change.id()), content(account));
            case KEY -> mark(moment, thing(account, change.id()), STRANGERS);
            case CONTENT -> mark(moment, account(account), content(account));
            case ACCOUNT -> mark(moment, account(account), content(account), STRANGERS);
        }
    }

    /** Whether nothing has happened to any of some things since a moment. */
    boolean isUntouched(int[] things, long since) {
        if (latest.get() <= since) {
            return true;
        }
        for (int thing : things) {
            if (moments.get(thing) > since) {
                return false;
            }
        }
        return true;
    }

    // The latest first, so that whoever sees an old one there has asked before this event.
    private void mark(long moment, int... things) {
        latest.accumulateAndGet(moment, Math::max);
        for (int thing : things) {
            moments.accumulateAndGet(thing, moment, Math::max);
        }
    }
}
