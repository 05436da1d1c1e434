package io.dragoman.directory.bulk;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where many people are kept at once. Fails with UNAVAILABLE where the database cannot be reached in time. */
public interface BulkStore {

    /** Who has what the lines say, line by line. */
    Uni<List<Owners>> owners(AccountId account, List<PersonLine> lines);

    /** The password hashes of those who have one. */
    Uni<Map<UserId, PasswordHash>> passwords(AccountId account, Collection<UserId> people);

    /**
     * Writes people who do not depend on each other, in one transaction with its change-log entries, and says what became
     * of each. Fails with CONFLICT or DUPLICATE where somebody
     * else meanwhile wrote what these lines speak of.
     */
    Uni<List<LineResult>> write(ImportJob job, List<Target> targets);

    /**
     * Writes lines as people who are all new, without asking whether they are; empty, with nothing written, where one of
     * them cannot be somebody new. Fails as {@link #write} does, as each value that tells people apart is one person's at
     * most.
     */
    Uni<Optional<List<LineResult>>> writeNew(ImportJob job, List<PersonLine> lines);

    /** After the last write: does what was put off. */
    Uni<Void> settle();

    /** Everybody of an account, by key, read as they are asked for; without what is secret. */
    Multi<PersonLine> everybody(AccountId account);
}
