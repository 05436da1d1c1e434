package io.dragoman.cache;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change in an account, by what it touches.
 *
 * @param id the person or key; of anything else it says nothing
 */
public record Change(AccountId account, Subject subject, UUID id) {

    /** What a change touches, and so drops. */
    public enum Subject {
        /** Something new that nobody has yet: lists, and that it did not exist. */
        NEW,
        /** A person: what is remembered of him, who he is let in as, and every list of the account. */
        PERSON,
        /** A key: who is let in with it, and that it was unknown. */
        KEY,
        /** Something that people are made of, such as a role: everything of the account. */
        CONTENT,
        /** The account itself, or what nobody here knows: the same, and by what names accounts are known. */
        ACCOUNT
    }

    private static final UUID NONE = new UUID(0, 0);

    public static Change of(AccountId account, UserId person) {
        return new Change(account, Subject.PERSON, person.value());
    }

    /** Somebody new, or a role that nobody has yet. */
    public static Change ofSomethingNew(AccountId account) {
        return new Change(account, Subject.NEW, NONE);
    }

    /** A key; one that is new is nobody's until now. */
    public static Change ofKey(AccountId account, UUID key) {
        return new Change(account, Subject.KEY, key);
    }

    /** An account with all that belongs to it, and what it is called by. */
    public static Change ofAccount(AccountId account) {
        return new Change(account, Subject.ACCOUNT, NONE);
    }

    public static Change ofContent(AccountId account) {
        return new Change(account, Subject.CONTENT, NONE);
    }

    /** Reads {@code <account>:<subject>:<uuid>}; null for anything else. */
    public static @Nullable Change parse(String message) {
        String[] parts = message.split(":", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            return new Change(new AccountId(Integer.parseInt(parts[0])), subject(parts[1]), UUID.fromString(parts[2]));
        } catch (IllegalArgumentException noNumber) {
            return null;
        }
    }

    private static Subject subject(String word) {
        return switch (word) {
            case "new" -> Subject.NEW;
            case "person" -> Subject.PERSON;
            case "key" -> Subject.KEY;
            case "role", "property", "company" -> Subject.CONTENT;
            default -> Subject.ACCOUNT;
        };
    }
}
